import { Input, Select } from 'antd';
import { bankDay } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';

export interface Outcome {
  outcome: string;
  result: string;
  photos: string;
  nextKind: '' | 'task' | 'visit' | 'call';
  nextTitle: string;
  nextOn: string;
}

export const noOutcome = (): Outcome => ({ outcome: 'reached', result: '', photos: '', nextKind: '', nextTitle: '', nextOn: bankDay(7) });

/** As the server takes it. */
export const doneOf = ({ outcome, result, photos, nextKind, nextTitle, nextOn }: Outcome) => ({
  outcome,
  result,
  photos: photos.split('\n').map((each) => each.trim()).filter((each) => each !== ''),
  next: nextKind === '' ? null : { kind: nextKind, title: nextTitle, on: nextOn },
});

export const isComplete = ({ nextKind, nextTitle, nextOn }: Outcome) => nextKind === '' || (nextTitle.trim() !== '' && nextOn !== '');

/** What came of a visit or call, and in the same form what comes next. */
export function OutcomeFields({ value, onChange }: { value: Outcome; onChange: (value: Outcome) => void }) {
  const { t } = useTranslation();
  const set = (part: Partial<Outcome>) => onChange({ ...value, ...part });
  return (
    <>
      <label className="dialog-field"><span>{t('visits.outcome')}</span><Select aria-label={t('visits.outcome')} value={value.outcome} onChange={(outcome) => set({ outcome })} options={['reached', 'agreed', 'refused', 'absent'].map((each) => ({ value: each, label: t(`option.visits.outcome.${each}`) }))} /></label>
      <label className="dialog-field"><span>{t('work.result')}</span><Input.TextArea maxLength={2000} rows={2} value={value.result} onChange={(event) => set({ result: event.target.value })} /></label>
      <label className="dialog-field"><span>{t('visits.photos')}</span><Input.TextArea rows={1} value={value.photos} onChange={(event) => set({ photos: event.target.value })} /></label>
      <label className="dialog-field">
        <span>{t('visits.next')}</span>
        <Select aria-label={t('visits.next')} value={value.nextKind} onChange={(nextKind) => set({ nextKind })} options={(['', 'task', 'visit', 'call'] as const).map((each) => ({ value: each, label: t(`visits.next.${each === '' ? 'none' : each}`) }))} />
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
