import { Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { recordAbsence } from '../../api/log.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useLogChange } from './useLogChange.ts';

const kinds = ['leave', 'sick', 'trip'] as const;

/** Writes down on which whole days somebody is away, and why. */
export function AbsenceDialog({ person, day, onClose }: { person: string | null; day: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<string>('leave');
  const [from, setFrom] = useState(day);
  const [to, setTo] = useState(day);
  const [note, setNote] = useState('');
  const save = useLogChange(() => recordAbsence(person, { kind, from, to, note: note.trim() }), onClose);
  return (
    <Modal open width={440} title={t('log.absences.title')} okText={t('action.save')} cancelText={t('action.cancel')} okButtonProps={{ disabled: from === '' || to < from }} confirmLoading={save.isPending} onOk={() => save.mutate()} onCancel={onClose}>
      <p className="dialog-text">{t('log.absences.help')}</p>
      <Segmented aria-label={t('log.absences.kind')} value={kind} onChange={setKind} options={kinds.map((each) => ({ value: each, label: t(`log.away.${each}`) }))} />
      <div className="form-two">
        <label className="dialog-field">
          <span>{t('log.absences.from')}</span>
          <Input type="date" value={from} onChange={(event) => { setFrom(event.target.value); if (to < event.target.value) setTo(event.target.value); }} />
        </label>
        <label className="dialog-field"><span>{t('log.absences.to')}</span><Input type="date" min={from} value={to} onChange={(event) => setTo(event.target.value)} /></label>
      </div>
      <label className="dialog-field"><span>{t('log.absences.note')}</span><Input maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></label>
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
