import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { pathOf, remove } from '../api/client.ts';
import { isOver, jobQuery, useFollowedJobs, useFollowJob } from '../api/jobs.ts';
import { useTranslation } from '../app/translation.ts';
import { formatCount } from '../format/figures.ts';
import { CloseIcon } from './icons.tsx';
import './job-tray.css';

/** Background work, in the corner of every page until it is put away. */
export function JobTray() {
  const { t } = useTranslation();
  const ids = useFollowedJobs();
  return (
    <section className="job-tray" aria-label={t('job.tray')}>
      {ids.map((id) => <JobCard key={id} id={id} />)}
    </section>
  );
}

function JobCard({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const follow = useFollowJob();
  const { data: job, error } = useQuery(jobQuery(id));
  const cancel = useMutation({ mutationFn: () => remove(pathOf('jobs', id)), onSettled: () => client.invalidateQueries({ queryKey: ['job', id] }) });
  const state = error !== null ? 'failed' : (job?.state ?? 'waiting');
  const percent = job === undefined || job.total === 0 ? 0 : Math.floor((job.done / job.total) * 100);
  return (
    <div className="job-card" role="status">
      <div className="job-head">
        <strong>{t(`job.${state}`)}</strong>
        {(error !== null || (job !== undefined && isOver(job))) && (
          <button type="button" className="tool" aria-label={t('action.close')} onClick={() => follow(id, false)}><CloseIcon /></button>
        )}
      </div>
      {job !== undefined && !isOver(job) && (
        <>
          <Progress percent={percent} size="small" status="active" aria-label={t('job.tray')} />
          <div className="job-foot">
            <span className="figures quiet">{t('job.progress', { done: formatCount(job.done, i18n.language), total: formatCount(job.total, i18n.language) })}</span>
            <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate()}>{t('job.cancel')}</Button>
          </div>
        </>
      )}
      {job?.state === 'done' && <a href={pathOf('jobs', id, 'file')} download={job.file ?? true}>{t('job.download', { file: job.file ?? '' })}</a>}
      {job?.problem !== null && job?.problem !== undefined && <p className="quiet">{job.problem}</p>}
    </div>
  );
}
