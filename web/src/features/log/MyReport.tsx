import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { post, pathOf } from '../../api/client.ts';
import { reportQuery, type ReportView } from '../../api/log.ts';
import { bankDay } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { UnitName } from '../../components/UnitName.tsx';
import { Absences } from './Absences.tsx';
import { ReportBody } from './ReportBody.tsx';

/** The own report: it writes itself; the manager adds what figures do not say, and submits. */
export function MyReport({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const { t } = useTranslation();
  const [entity, setEntity] = useState('');
  const report = useQuery(reportQuery(null, day, entity));
  return (
    <>
      <div className="log-bar">
        <Input type="date" className="log-date" aria-label={t('column.reports.day')} max={bankDay()} value={day} onChange={(event) => event.target.value !== '' && onDay(event.target.value)} />
        {report.data !== undefined && <Days report={report.data} onDay={onDay} />}
        {report.data !== undefined && report.data.entities.length > 1 && (
          <Select aria-label={t('column.reports.entity')} value={report.data.entity} onChange={setEntity} options={report.data.entities.map((code) => ({ value: code, label: <UnitName code={code} /> }))} />
        )}
      </div>
      {report.isError ? <Problem error={report.error} onRetry={() => void report.refetch()} /> : report.data === undefined ? <PageSkeleton rows={8} /> : <Own key={`${day}/${entity}/${report.data.version}`} report={report.data} />}
      <Absences person={null} day={day} />
    </>
  );
}

/** The last working days, so that what is missing is seen. */
function Days({ report, onDay }: { report: ReportView; onDay: (day: string) => void }) {
  const { t } = useTranslation();
  const said = (state: string, late: boolean, away: string | null) =>
    [...(state === 'away' ? [] : [t(`option.reports.state.${state}`)]), ...(late ? [t('log.late')] : []), ...(away === null ? [] : [t(`log.away.${away}`)])].join(' · ');
  return (
    <ol className="log-days" aria-label={t('log.days')}>
      {[...report.days].reverse().map(({ day, state, late, away }) => (
        <li key={day}>
          <button type="button" data-state={state} aria-current={day === report.day ? 'date' : undefined} title={said(state, late, away)} onClick={() => onDay(day)}>
            {day.slice(5)}<span className="visually-hidden"> {said(state, late, away)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Own({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [remarks, setRemarks] = useState(report.remarks);
  const open = report.state === 'open' || report.state === 'missing' || report.state === 'away' || report.state === 'returned';
  const submit = useMutation({
    mutationFn: () => post(pathOf('reports', 'mine', report.day, 'submit'), { entity: report.entity, remarks }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['log'] }),
  });
  return (
    <section className="log-report">
      <ReportBody report={report} />
      {open ? (
        <>
          <label className="dialog-field"><span>{t('log.remarks')}</span><Input.TextArea rows={3} maxLength={2000} placeholder={t('log.remarks.help')} value={remarks} onChange={(event) => setRemarks(event.target.value)} /></label>
          <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>{t('log.submit')}</Button>
        </>
      ) : (
        report.remarks !== '' && <p className="log-remarks">{report.remarks}</p>
      )}
      {submit.error !== null && <Problem error={submit.error} />}
    </section>
  );
}
