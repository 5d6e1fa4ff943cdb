import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { handoversQuery, makeHandover, type HandoverPreview } from '../../api/ownership.ts';
import { useTranslation } from '../../app/translation.ts';
import { PersonSelect } from '../../components/PersonSelect.tsx';
import { Problem } from '../../components/Problem.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';
import { formatCount, formatMoney } from '../../format/figures.ts';

/** All customers of a manager in a legal entity to another one: what that moves is said in numbers before the button. */
export function HandoverDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [entity, setEntity] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [effectiveOn, setEffectiveOn] = useState('');
  const [readDays, setReadDays] = useState(30);
  const [note, setNote] = useState('');
  const request = { entity, from, to, customers: null, effectiveOn: effectiveOn === '' ? null : effectiveOn, readDays, note: note.trim() };
  const whole = entity !== '' && from !== '' && to !== '' && from !== to;
  const preview = useQuery({
    queryKey: ['handover preview', entity, from, to, effectiveOn],
    queryFn: ({ signal }) => makeHandover({ ...request, preview: true }, signal),
    enabled: whole,
    retry: false,
  });
  const save = useMutation({
    mutationFn: () => makeHandover({ ...request, preview: false }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: handoversQuery.queryKey });
      onClose();
    },
  });
  const count = preview.data?.customers ?? 0;
  return (
    <Modal
      open
      width={560}
      title={t('handover.new')}
      okText={count === 0 ? t('handover.ok') : t('handover.ok.count', { count: formatCount(count, i18n.language) })}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !whole || count === 0 || note.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="dialog-field"><span>{t('handover.entity')}</span><UnitSelect label={t('handover.entity')} value={entity} onChange={setEntity} entities /></div>
      <div className="form-two">
        <div className="dialog-field"><span>{t('handover.from')}</span><PersonSelect label={t('handover.from')} value={from} onChange={setFrom} by="id" /></div>
        <div className="dialog-field"><span>{t('handover.to')}</span><PersonSelect label={t('handover.to')} value={to} onChange={setTo} by="id" /></div>
      </div>
      <div className="form-two">
        <label className="dialog-field"><span>{t('handover.effectiveOn')}</span><Input type="date" value={effectiveOn} onChange={(event) => setEffectiveOn(event.target.value)} /></label>
        <label className="dialog-field"><span>{t('handover.readDays')}</span><InputNumber min={0} max={90} value={readDays} onChange={(days) => setReadDays(days ?? 0)} /></label>
      </div>
      <label className="dialog-field"><span>{t('handover.note')}</span><Input.TextArea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></label>
      {preview.error !== null && whole && <Problem error={preview.error} />}
      {preview.data !== undefined && <Moves preview={preview.data} />}
      {save.error !== null && <Problem error={save.error} />}
      <p className="quiet">{t('handover.approval')}</p>
    </Modal>
  );
}

function Moves({ preview }: { preview: HandoverPreview }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => formatCount(value, i18n.language);
  return (
    <dl className="record-facts" aria-label={t('handover.preview')}>
      <div><dt>{t('handover.customers')}</dt><dd className="figures">{count(preview.customers)}</dd></div>
      <div><dt>{t('handover.openTasks')}</dt><dd className="figures">{count(preview.openTasks)}</dd></div>
      <div><dt>{t('handover.dueLoans')}</dt><dd className="figures">{count(preview.dueLoans)}</dd></div>
      <div><dt>{t('holding.deposit')}</dt><dd className="figures">{formatMoney(preview.deposits, i18n.language)}</dd></div>
      <div><dt>{t('holding.loan')}</dt><dd className="figures">{formatMoney(preview.loans, i18n.language)}</dd></div>
    </dl>
  );
}
