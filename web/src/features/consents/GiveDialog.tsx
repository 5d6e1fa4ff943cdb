import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { giveConsent, type Consent, type ConsentEntity, type Consents } from '../../api/consents.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { AttachField } from '../documents/AttachField.tsx';
import type { Chosen } from '../documents/shrink.ts';
import { useSending } from '../documents/useSending.ts';

interface Props {
  number: string;
  entity: ConsentEntity;
  purpose: string;
  consents: Consents;
  open: readonly Consent[];
  onClose: () => void;
}

/** The words to be read to the customer, the channels that they agree to, and where the evidence lies. */
export function GiveDialog({ number, entity, purpose, consents, open, onClose }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const [channels, setChannels] = useState<readonly string[]>([]);
  const [kind, setKind] = useState(consents.evidenceKinds[0] ?? '');
  const [evidence, setEvidence] = useState('');
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const { percent, send } = useSending();
  const mayAttach = useMay()('documents.edit');
  const wording = entity.wordings.find((each) => each.purpose === purpose);
  const save = useMutation({
    mutationFn: async () => {
      const documents = await send({ number, kind: 'evidence', entity: entity.entity }, files);
      return giveConsent(number, { entity: entity.entity, purpose, channels: [...channels], wording: wording?.id ?? '', evidenceKind: kind, evidence: evidence.trim(), documents });
    },
    onSuccess: onClose,
    // Also where it failed: the wording may have a newer version, which is then shown.
    onSettled: () => Promise.all(['consents', 'documents'].map((what) => client.invalidateQueries({ queryKey: ['party', number, what] }))),
  });
  const free = consents.channels.filter((channel) => !open.some((each) => each.channel === channel));
  return (
    <Modal
      open
      width={520}
      title={t('consents.give.title', { purpose: names.consentPurpose(purpose) })}
      okText={t('consents.give.ok')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: channels.length === 0 || (evidence.trim() === '' && files.length === 0) }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <p className="dialog-text">{t('consents.read', { version: wording?.version ?? 0 })}</p>
      <blockquote className="consent-wording">{wording?.text}</blockquote>
      <div className="dialog-field" role="group" aria-label={t('consents.channels')}>
        <span>{t('consents.channels')}</span>
        <Checkbox.Group value={[...channels]} onChange={(next) => setChannels(next)} options={free.map((channel) => ({ value: channel, label: names.consentChannel(channel) }))} />
      </div>
      <div className="form-two">
        <div className="dialog-field">
          <span>{t('consents.evidenceKind')}</span>
          <Select aria-label={t('consents.evidenceKind')} value={kind} onChange={setKind} options={consents.evidenceKinds.map((each) => ({ value: each, label: names.consentEvidence(each) }))} />
        </div>
        <label className="dialog-field">
          <span>{t('consents.evidence')}</span>
          <Input maxLength={200} value={evidence} onChange={(event) => setEvidence(event.target.value)} />
        </label>
      </div>
      {mayAttach && <AttachField label={t('documents.evidence.documents')} value={files} percent={percent} onChange={setFiles} />}
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
