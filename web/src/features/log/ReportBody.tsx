import { useState } from 'react';
import { Link } from 'react-router';
import type { ReportRecord, ReportView } from '../../api/log.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { formatExact } from '../../format/time.ts';
import { bankClock, counts, figureNames, overdueAddress, valueOf, type FigureName } from './figures.ts';
import { Odd, ReportState } from './ReportState.tsx';

/** What a report counts, the records behind it, and what was said about it. A figure shows its records alone. */
export function ReportBody({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const [only, setOnly] = useState<FigureName | null>(null);
  const shown = only === null ? report.records : report.records.filter((record) => counts(only, record));
  return (
    <>
      <p className="log-state">
        <ReportState state={report.state} late={report.late} away={report.away} /> <Odd codes={report.odd} />
        {report.submittedAt !== null && <span className="quiet">{t('log.submittedAt')} <When at={report.submittedAt} /></span>}
        {report.submittedAt === null && report.dueAt !== null && <span className="quiet">{t('log.dueAt')} <span className="figures">{formatExact(report.dueAt)}</span></span>}
      </p>
      <dl className="log-figures">
        {figureNames.map((name) => (
          <div key={name}>
            <dt>{t(`column.reports.${name}`)}</dt>
            <dd className="figures">
              {name === 'overdue' ? (
                <Link to={overdueAddress(report.person, report.day)}>{report.figures.overdue}</Link>
              ) : (
                <button type="button" className="log-figure" aria-pressed={only === name} aria-label={`${t(`column.reports.${name}`)} ${valueOf(report.figures, name)}`} onClick={() => setOnly(only === name ? null : name)}>
                  {valueOf(report.figures, name)}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {report.later > 0 && <p className="quiet">{t('log.later', { count: report.later })}</p>}
      {shown.length === 0 ? <p className="quiet">{t('log.noRecords')}</p> : <ul className="log-records">{shown.map((record) => <Line key={record.id} record={record} />)}</ul>}
      {report.notes.length > 0 && (
        <ul className="log-notes">
          {report.notes.map((note) => (
            <li key={note.at + note.act}><span className="quiet"><When at={note.at} /></span> {note.by} {t(`log.act.${note.act}`)} {note.text !== '' && <q>{note.text}</q>}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ record }: { record: ReportRecord }) {
  const { t } = useTranslation();
  const names = useNames();
  const [list, id] = addressOf(record.ref);
  return (
    <li>
      <span className="figures quiet">{bankClock(record.at)}</span>
      <span>{names.activity(record.kind)}</span>
      <span className="log-what">
        {record.customer !== '' && <Link to={`/customers/${record.customer}`}>{record.customerName === '' ? record.customer : record.customerName}</Link>}{' '}
        {list === '' ? record.subject : <Link to={`/${list}?open=${id}`}>{record.subject === '' ? t('log.record') : record.subject}</Link>}
        {record.result !== '' && <span className="quiet"> {record.result}</span>}
      </span>
      {record.outcome !== '' && <span>{names.option(`visits.outcome.${record.outcome}`)}</span>}
      {record.next !== '' && <NextLink next={record.next} />}
    </li>
  );
}

function NextLink({ next }: { next: string }) {
  const { t } = useTranslation();
  const [list, id] = addressOf(next);
  return <Link to={`/${list}?open=${id}`}>{t('log.next')}</Link>;
}

/** "task/12" is a row of the list of tasks. */
function addressOf(ref: string): [string, string] {
  const [kind, id = ''] = ref.split('/');
  return [kind === 'task' ? 'tasks' : kind === 'visit' ? 'visits' : '', id];
}
