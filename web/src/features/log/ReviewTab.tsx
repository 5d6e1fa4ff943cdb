import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { post } from '../../api/client.ts';
import { reviewQuery, type ReviewEntry, type ReviewView } from '../../api/log.ts';
import { bankDay } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { Absences } from './Absences.tsx';
import { reportsAddress } from './figures.ts';
import { ReportPanel } from './ReportPanel.tsx';
import { Odd, ReportState } from './ReportState.tsx';

/** The reports of a day by exception: who stands out comes first, the ordinary ones are accepted in one go. */
export function ReviewTab({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const { t } = useTranslation();
  const review = useQuery(reviewQuery(day));
  if (review.isError) return <Problem error={review.error} onRetry={() => void review.refetch()} />;
  if (review.data === undefined) return <PageSkeleton rows={8} />;
  return (
    <>
      <div className="log-bar">
        <Input type="date" className="log-date" aria-label={t('column.reports.day')} max={bankDay()} value={review.data.day} onChange={(event) => event.target.value !== '' && onDay(event.target.value)} />
        <Counts review={review.data} />
        <AcceptOrdinary review={review.data} />
      </div>
      {review.data.entries.length === 0 ? <Nothing title={t('log.review.none')} help={t('log.review.none.help')} /> : <Entries review={review.data} />}
    </>
  );
}

const counted = ['missing', 'away', 'late', 'odd', 'submitted', 'returned', 'accepted'] as const;

function Counts({ review }: { review: ReviewView }) {
  const { t } = useTranslation();
  const condition = (name: string) => (name === 'late' ? 'late.eq:true' : name === 'odd' ? 'odd.notEmpty' : `state.eq:${name}`);
  return (
    <span className="log-counts">
      <span>{t('log.owed')} <b className="figures">{review.owed}</b></span>
      {counted.map((name) => {
        const count = review.counts[name] ?? 0;
        const text = <>{name === 'late' ? t('log.late') : name === 'odd' ? t('column.reports.odd') : t(`option.reports.state.${name}`)} <b className="figures">{count}</b></>;
        // Who is missing or away has no row to list: those stand first below, and these last.
        return name === 'missing' || name === 'away' || count === 0 ? <span key={name} data-count={name}>{text}</span> : <Link key={name} data-count={name} to={reportsAddress([`day.eq:${review.day}`, condition(name)])}>{text}</Link>;
      })}
    </span>
  );
}

function AcceptOrdinary({ review }: { review: ReviewView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const ordinary = review.entries.filter(({ state, late, odd }) => state === 'submitted' && !late && odd.length === 0);
  const accept = useMutation({
    mutationFn: () => post('/api/lists/reports/actions/accept-reports', { ids: ordinary.map(({ id }) => String(id)), preview: false, arguments: {} }),
    onSuccess: () => Promise.all([['log'], ['list', 'reports']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <>
      {ordinary.length > 0 && <Button loading={accept.isPending} onClick={() => accept.mutate()}>{t('log.acceptOrdinary', { count: ordinary.length })}</Button>}
      {accept.error !== null && <Problem error={accept.error} />}
    </>
  );
}

function Entries({ review }: { review: ReviewView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReviewEntry | null>(null);
  return (
    <>
      <ul className="log-entries">
        {review.entries.map((entry) => (
          <li key={`${entry.person}/${entry.entity}`}>
            <button type="button" onClick={() => setOpen(entry)}>
              <b>{entry.personName}</b>
              <span className="quiet log-unit">{entry.unitName}</span>
              <span className="log-marks"><ReportState state={entry.state} late={entry.late} away={entry.away} /> <Odd codes={entry.odd} /></span>
              {entry.figures !== null && (
                <span className="log-line figures">
                  {t('log.line', { visits: entry.figures.visits, calls: entry.figures.calls, contacts: entry.figures.contacts, tasks: entry.figures.tasks })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <Drawer open={open !== null} size={560} title={open === null ? '' : `${open.personName} · ${review.day}`} onClose={() => setOpen(null)}>
        {open !== null && (
          <>
            <ReportPanel person={open.person} day={review.day} entity={open.entity} />
            <Absences person={open.person} day={review.day} />
          </>
        )}
      </Drawer>
    </>
  );
}
