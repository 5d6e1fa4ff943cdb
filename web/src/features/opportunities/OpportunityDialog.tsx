import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { customerQuery } from '../../api/customers.ts';
import { addOpportunity, editOpportunity, nameIn, pipelinesQuery, type Opportunity } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { PersonSelect } from '../../components/PersonSelect.tsx';
import { Problem } from '../../components/Problem.tsx';
import { bodyOf, fieldNames, FieldInputs, noFields, type Fields } from './FieldInputs.tsx';
import { useOpportunity } from './useOpportunity.ts';

interface Props {
  /** Null for a new one. */
  known?: Opportunity | null;
  customer?: string;
  prospect?: number;
  pipeline?: number;
  onDone?: (made: Opportunity) => void;
  onClose: () => void;
}

/** An opportunity is written down, or what is known of it changes. */
export function OpportunityDialog({ known = null, customer = '', prospect, pipeline, onDone, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const view = useQuery(pipelinesQuery).data;
  const [number, setNumber] = useState(customer);
  const [owner, setOwner] = useState('');
  const [chosen, setChosen] = useState(pipeline);
  const [fields, setFields] = useState<Fields>(known === null ? noFields : { title: known.title, product: known.product, amount: known.amount ?? 0, chance: known.ownChance ? known.chance : -1, expected: known.expected, contact: known.contact, note: known.note });
  const entities = useQuery({ ...customerQuery(customer), enabled: customer !== '' }).data?.in.map((each) => each.entity);
  const open = (view?.pipelines ?? []).filter((each) => each.state === 'open' && (entities === undefined || entities.includes(each.entity)));
  const way = open.find((each) => each.id === chosen) ?? open[0];
  const stage = way?.stages.find((each) => each.kind === 'open' && each.state === 'open');
  // An amount that one does not see stays as it is.
  const names = fieldNames.filter((name) => name !== 'amount' || known === null || known.amount !== null);
  const save = useOpportunity(
    () => (known === null
      ? addOpportunity({ customer: prospect === undefined ? number.trim() : null, prospect: prospect ?? null, pipeline: way?.id ?? 0, owner, fields: bodyOf(fields, names) })
      : editOpportunity(known.id, { version: known.version, owner: owner === '' ? null : owner, fields: bodyOf(fields, names) })),
    (made) => {
      onDone?.(made);
      onClose();
    },
  );
  const several = Object.keys(view?.entities ?? {}).length > 1;
  return (
    <Modal
      open
      width={560}
      title={t(known === null ? 'opportunities.add' : 'opportunities.edit')}
      okText={t(known === null ? 'opportunities.add.ok' : 'opportunities.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: fields.title.trim() === '' || (known === null && (way === undefined || (prospect === undefined && number.trim() === ''))) }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate(undefined)}
      onCancel={onClose}
    >
      {known === null && (
        <div className="form-two">
          {customer === '' && prospect === undefined && (
            <label className="dialog-field"><span>{t('work.customerNumber')}</span><Input autoFocus value={number} onChange={(event) => setNumber(event.target.value)} /></label>
          )}
          <div className="dialog-field">
            <span>{t('opportunities.pipeline')}</span>
            <Select aria-label={t('opportunities.pipeline')} value={way?.id} onChange={setChosen} options={open.map((each) => ({ value: each.id, label: several ? `${nameIn(each, i18n.language)} · ${view?.entities[each.entity] ?? each.entity}` : nameIn(each, i18n.language) }))} />
          </div>
        </div>
      )}
      <FieldInputs names={names} fields={fields} wanted={known === null ? ['title', ...(stage?.needs ?? [])] : ['title']} onChange={(part) => setFields({ ...fields, ...part })} />
      <div className="dialog-field"><span>{t(known === null ? 'opportunities.owner.own' : 'opportunities.owner.same')}</span><PersonSelect by="id" label={t('opportunities.owner')} value={owner} onChange={setOwner} /></div>
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
