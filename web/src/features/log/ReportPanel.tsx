import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { pathOf, post } from '../../api/client.ts';
import { reportQuery, type ReportView } from '../../api/log.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ReportBody } from './ReportBody.tsx';

/** Somebody's report as the head reads it: figures, records, remarks, and what the head says to it. */
export function ReportPanel({ person, day, entity }: { person: string; day: string; entity: string }) {
  const report = useQuery(reportQuery(person, day, entity));
  if (report.isError) return <Problem error={report.error} onRetry={() => void report.refetch()} />;
  if (report.data === undefined) return <PageSkeleton rows={6} />;
  return <Read key={`${person}/${day}/${report.data.version}`} report={report.data} />;
}

function Read({ report }: { report: ReportView }) {
  return (
    <section className="log-report">
      <ReportBody report={report} />
      {report.remarks !== '' && <p className="log-remarks">{report.remarks}</p>}
      {report.id !== 0 && <Verdict report={report} />}
    </section>
  );
}

function Verdict({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [comment, setComment] = useState('');
  const say = useMutation({
    mutationFn: (verdict: string) => post(pathOf('reports', String(report.id), 'review'), { verdict, comment: comment.trim(), version: report.version }),
    onSuccess: () => Promise.all([['log'], ['list', 'reports']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  const waits = report.state === 'submitted';
  const silent = comment.trim() === '';
  return (
    <>
      <label className="dialog-field"><span>{t('log.comment')}</span><Input.TextArea rows={2} maxLength={2000} value={comment} onChange={(event) => setComment(event.target.value)} /></label>
      <div className="task-actions">
        {waits && <Button type="primary" loading={say.isPending && say.variables === 'accepted'} onClick={() => say.mutate('accepted')}>{t('log.accept')}</Button>}
        {waits && <Button disabled={silent} onClick={() => say.mutate('returned')}>{t('log.return')}</Button>}
        <Button disabled={silent} onClick={() => say.mutate('commented')}>{t('log.say')}</Button>
      </div>
      {say.error !== null && <Problem error={say.error} />}
    </>
  );
}
