import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { absencesQuery, withdrawAbsence, type AbsenceView } from '../../api/log.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { useLogChange } from './useLogChange.ts';

/** Days on which somebody is away, to come and of the last weeks: one's own (null), or of whom one reviews. */
export function Absences({ person, day }: { person: string | null; day: string }) {
  const { t } = useTranslation();
  const absences = useQuery(absencesQuery(person));
  const [recording, setRecording] = useState(false);
  return (
    <section className="log-absences" aria-label={t('log.absences')}>
      <h2>{t('log.absences')} <Button size="small" onClick={() => setRecording(true)}>{t('log.absences.add')}</Button></h2>
      {absences.isError && <Problem error={absences.error} onRetry={() => void absences.refetch()} />}
      {(absences.data ?? []).length > 0 && <ul className="log-notes">{absences.data?.map((absence) => <Line key={absence.id} person={person} absence={absence} />)}</ul>}
      {recording && <AbsenceDialog person={person} day={day} onClose={() => setRecording(false)} />}
    </section>
  );
}

function Line({ person, absence }: { person: string | null; absence: AbsenceView }) {
  const { t } = useTranslation();
  const withdraw = useLogChange(() => withdrawAbsence(person, absence.id));
  return (
    <li data-absence={absence.kind}>
      <b>{t(`log.away.${absence.kind}`)}</b> <span className="figures">{absence.from === absence.to ? absence.from : `${absence.from} – ${absence.to}`}</span>{' '}
      {absence.note !== '' && <q>{absence.note}</q>} <span className="quiet">{t('log.absences.by', { name: absence.by })}</span>{' '}
      <Button size="small" loading={withdraw.isPending} aria-label={`${t('log.absences.withdraw')} ${absence.from}`} onClick={() => withdraw.mutate()}>{t('log.absences.withdraw')}</Button>
      {withdraw.error !== null && <Problem error={withdraw.error} />}
    </li>
  );
}
