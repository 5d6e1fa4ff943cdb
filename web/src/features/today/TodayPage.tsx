import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { todayQuery } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { TaskDialog } from '../tasks/TaskDialog.tsx';
import { Entry } from './Entry.tsx';
import './today.css';

/** One ranked list of what matters, one entry a customer. */
export function TodayPage() {
  const { t } = useTranslation();
  const today = useQuery(todayQuery);
  const [adding, setAdding] = useState(false);
  useTitle(t('nav.today'));
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.today')}</h1>
        <span className="record-actions">
          {today.data !== undefined && <span className="quiet">{t('today.done', { count: today.data.done })}</span>}
          <Button type="primary" onClick={() => setAdding(true)}>{t('tasks.new')}</Button>
        </span>
      </div>
      {today.isError ? (
        <Problem error={today.error} onRetry={() => void today.refetch()} />
      ) : today.data === undefined ? (
        <PageSkeleton rows={8} />
      ) : today.data.entries.length === 0 ? (
        <Nothing title={t('today.none')} help={t('today.none.help')} />
      ) : (
        <ol className="today">
          {today.data.entries.map((entry) => <Entry key={entry.customer + (entry.items[0]?.kind ?? '') + String(entry.items[0]?.id)} entry={entry} today={today.data.day} />)}
        </ol>
      )}
      {adding && <TaskDialog onClose={() => setAdding(false)} />}
      <Watermark />
    </div>
  );
}
