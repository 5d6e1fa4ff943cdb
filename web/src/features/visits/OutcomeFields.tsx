import { Input, Select } from 'antd';
import { useMay } from '../../api/session.ts';
import { bankDay } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { AttachField } from '../documents/AttachField.tsx';
import type { Chosen } from '../documents/shrink.ts';

export interface Outcome {
  outcome: string;
  result: string;
  photos: readonly Chosen[];
  nextKind: '' | 'task' | 'visit' | 'call' | 'promise';
  nextTitle: string;
  nextOn: string;
}

export const noOutcome = (): Outcome => ({ outcome: 'reached', result: '', photos: [], nextKind: '', nextTitle: '', nextOn: bankDay(7) });

/** As the server takes it, with the photos that have been sent. */
export const doneOf = ({ outcome, result, nextKind, nextTitle, nextOn }: Outcome, documents: readonly number[]) => ({
  outcome,
  result,
  documents,
  next: nextKind === '' ? null : { kind: nextKind, title: nextTitle, on: nextOn },
});

export const isComplete = ({ nextKind, nextTitle, nextOn }: Outcome) => nextKind === '' || (nextTitle.trim() !== '' && nextOn !== '');

/** What came of a visit or call, and in the same form what comes next. */
export function OutcomeFields({ value, percent, onChange }: { value: Outcome; percent: number | null; onChange: (value: Outcome) => void }) {
  const { t } = useTranslation();
  const may = useMay()('documents.edit');
  const set = (part: Partial<Outcome>) => onChange({ ...value, ...part });
  return (
    <>
      <label className="dialog-field"><span>{t('visits.outcome')}</span><Select aria-label={t('visits.outcome')} value={value.outcome} onChange={(outcome) => set({ outcome })} options={['reached', 'agreed', 'refused', 'absent'].map((each) => ({ value: each, label: t(`option.visits.outcome.${each}`) }))} /></label>
      <label className="dialog-field"><span>{t('work.result')}</span><Input.TextArea maxLength={2000} rows={2} value={value.result} onChange={(event) => set({ result: event.target.value })} /></label>
      {may && <AttachField pictures label={t('visits.photos')} value={value.photos} percent={percent} onChange={(photos) => set({ photos })} />}
      <label className="dialog-field">
        <span>{t('visits.next')}</span>
        <Select aria-label={t('visits.next')} value={value.nextKind} onChange={(nextKind) => set({ nextKind })} options={(['', 'task', 'visit', 'call', 'promise'] as const).map((each) => ({ value: each, label: t(`visits.next.${each === '' ? 'none' : each}`) }))} />
      </label>
      {value.nextKind !== '' && (
        <div className="form-two">
          <label className="dialog-field"><span>{t('visits.next.title')}</span><Input maxLength={120} value={value.nextTitle} onChange={(event) => set({ nextTitle: event.target.value })} /></label>
          <label className="dialog-field"><span>{t('visits.next.on')}</span><Input type="date" value={value.nextOn} onChange={(event) => set({ nextOn: event.target.value })} /></label>
        </div>
      )}
    </>
  );
}
