import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { moveOpportunity, nameIn, opportunityQuery, type Opportunity, type Pipeline, type Stage } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { AttachField } from '../documents/AttachField.tsx';
import type { Chosen } from '../documents/shrink.ts';
import { useSending } from '../documents/useSending.ts';
import { bodyOf, FieldInputs, fieldNames, type Fields } from './FieldInputs.tsx';
import { useOpportunity } from './useOpportunity.ts';

interface Props {
  id: number;
  pipeline: Pipeline;
  stage: Stage;
  onMoved?: (moved: Opportunity) => void;
  onClose: () => void;
}

/** What a stage asks for before it takes an opportunity, and why one is lost. */
export function MoveDialog({ id, ...rest }: Props) {
  const known = useQuery(opportunityQuery(id)).data;
  return known === undefined ? null : <Asked key={known.version} known={known} id={id} {...rest} />;
}

function Asked({ known, pipeline, stage, onMoved, onClose }: Props & { known: Opportunity }) {
  const { t, i18n } = useTranslation();
  const [fields, setFields] = useState<Fields>({ title: known.title, product: known.product, amount: known.amount ?? 0, chance: -1, expected: known.expected, contact: known.contact, note: known.note });
  const [reason, setReason] = useState<string>();
  const [remark, setRemark] = useState('');
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const { percent, send } = useSending();
  const names = fieldNames.filter((name) => stage.needs.includes(name));
  const lost = stage.kind === 'lost';
  const wantsFile = stage.needs.includes('document') && known.documents === 0;
  const move = useOpportunity(async () => moveOpportunity(known.id, {
    stage: stage.id, version: known.version, remark, ...(reason === undefined ? {} : { reason }), fields: bodyOf(fields, names),
    documents: files.length === 0 ? [] : await send({ number: known.customer, kind: 'other', entity: known.entity }, files),
  }), (moved) => {
    onMoved?.(moved);
    onClose();
  });
  const complete = (!lost || reason !== undefined) && (!wantsFile || files.length > 0) && names.every((name) => fields[name] !== '' && fields[name] !== 0);
  return (
    <Modal
      open
      width={480}
      title={t('opportunities.moveTo', { stage: nameIn(stage, i18n.language) })}
      okText={t(lost ? 'opportunities.lose' : stage.kind === 'won' ? 'opportunities.win' : 'opportunities.move')}
      okButtonProps={{ disabled: !complete, danger: lost }}
      cancelText={t('action.cancel')}
      confirmLoading={move.isPending}
      onOk={() => move.mutate(undefined)}
      onCancel={onClose}
    >
      <p className="quiet">{known.title} · {known.name}</p>
      <FieldInputs names={names} fields={fields} wanted={stage.needs} onChange={(part) => setFields({ ...fields, ...part })} />
      {wantsFile && (known.customer === '' ? <p>{t('opportunities.document.prospect')}</p> : <AttachField label={t('opportunities.field.document')} value={files} percent={percent} onChange={setFiles} />)}
      {lost && (
        <div className="dialog-field">
          <span>{t('opportunities.reason')}</span>
          <Select autoFocus aria-label={t('opportunities.reason')} value={reason} onChange={setReason} options={pipeline.reasons.filter((each) => !each.closed).map((each) => ({ value: each.code, label: nameIn(each, i18n.language) }))} />
        </div>
      )}
      {(lost || stage.kind === 'won' || known.state !== 'open') && (
        <label className="dialog-field"><span>{t('opportunities.remark')}</span><Input.TextArea rows={2} maxLength={2000} value={remark} onChange={(event) => setRemark(event.target.value)} /></label>
      )}
      {move.error !== null && <Problem error={move.error} />}
    </Modal>
  );
}
