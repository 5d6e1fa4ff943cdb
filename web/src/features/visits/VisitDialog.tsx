import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { post } from '../../api/client.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useSending } from '../documents/useSending.ts';
import { useWork } from '../tasks/useWork.ts';
import { doneOf, isComplete, noOutcome, OutcomeFields } from './OutcomeFields.tsx';

interface Props {
  customer?: string;
  kind?: 'visit' | 'call';
  /** Whether it is over already, as one tells it; it can be changed. */
  over?: boolean;
  onClose: () => void;
}

/** The time of now in China, as an input of the browser has it. */
const bankTime = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16);

/** A visit or call, planned or told afterwards in one go. */
export function VisitDialog({ customer = '', kind = 'visit', over = false, onClose }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState({ kind, customers: customer, purpose: '', place: '', at: bankTime() });
  const [isOver, setOver] = useState(over);
  const [outcome, setOutcome] = useState(noOutcome);
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const numbers = draft.customers.split(/[\s,，、]+/).filter((each) => each !== '');
  const { percent, send } = useSending();
  const save = useWork(async () => {
    const photos = isOver ? await send({ number: numbers[0] ?? '', kind: 'photo' }, outcome.photos) : [];
    await post('/api/visits', { ...draft, customers: numbers, at: `${draft.at}:00+08:00`, done: isOver ? doneOf(outcome, photos) : null });
  }, onClose);
  const complete = draft.purpose.trim() !== '' && numbers.length > 0 && draft.at !== '' && (!isOver || isComplete(outcome));
  return (
    <Modal open width={520} title={t('visits.new')} okText={t('visits.save')} cancelText={t('action.cancel')} okButtonProps={{ disabled: !complete }} confirmLoading={save.isPending} onOk={() => save.mutate(undefined)} onCancel={onClose}>
      <div className="form-two">
        <label className="dialog-field"><span>{t('column.visits.kind')}</span><Select aria-label={t('column.visits.kind')} value={draft.kind} onChange={(each) => set({ kind: each })} options={(['visit', 'call'] as const).map((each) => ({ value: each, label: t(`option.visits.kind.${each}`) }))} /></label>
        <label className="dialog-field"><span>{t('column.visits.at')}</span><Input type="datetime-local" value={draft.at} onChange={(event) => set({ at: event.target.value })} /></label>
      </div>
      <label className="dialog-field"><span>{t('visits.customers')}</span><Input value={draft.customers} onChange={(event) => set({ customers: event.target.value })} /></label>
      <label className="dialog-field"><span>{t('column.visits.purpose')}</span><Input autoFocus maxLength={120} value={draft.purpose} onChange={(event) => set({ purpose: event.target.value })} /></label>
      <label className="dialog-field"><span>{t('column.visits.place')}</span><Input maxLength={120} value={draft.place} onChange={(event) => set({ place: event.target.value })} /></label>
      <Checkbox checked={isOver} onChange={(event) => setOver(event.target.checked)}>{t('visits.over')}</Checkbox>
      {isOver && <OutcomeFields value={outcome} percent={percent} onChange={setOutcome} />}
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
