import { Input, Modal } from 'antd';
import { useState } from 'react';
import { bankDay } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { PersonSelect } from '../../components/PersonSelect.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useWork } from './useWork.ts';

export interface Asked {
  title: string;
  ok: string;
  /** What is asked for besides the reason. */
  wants: 'day' | 'person' | 'nothing';
  run: (answer: { day: string; person: string; reason: string }) => Promise<unknown>;
}

/** Asks why, and for another day or another person. */
export function ReasonDialog({ title, ok, wants, run, onClose }: Asked & { onClose: () => void }) {
  const { t } = useTranslation();
  const [day, setDay] = useState(bankDay(1));
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const save = useWork(() => run({ day, person, reason: reason.trim() }), onClose);
  const complete = reason.trim() !== '' && (wants !== 'day' || day !== '') && (wants !== 'person' || person !== '');
  return (
    <Modal open width={440} title={title} okText={ok} cancelText={t('action.cancel')} okButtonProps={{ disabled: !complete }} confirmLoading={save.isPending} onOk={() => save.mutate(undefined)} onCancel={onClose}>
      {wants === 'day' && <label className="dialog-field"><span>{t('work.newDay')}</span><Input type="date" min={bankDay()} value={day} onChange={(event) => setDay(event.target.value)} /></label>}
      {wants === 'person' && <div className="dialog-field"><span>{t('work.person')}</span><PersonSelect by="id" label={t('work.person')} value={person} onChange={setPerson} /></div>}
      <label className="dialog-field">
        <span>{t('work.reason')}</span>
        <Input autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} onPressEnter={() => complete && save.mutate(undefined)} />
      </label>
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
