import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useMay } from '../../api/session.ts';
import { act, taskQuery, type TaskView } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { AttachField } from '../documents/AttachField.tsx';
import { Attached } from '../documents/Attached.tsx';
import type { Chosen } from '../documents/shrink.ts';
import { useSending } from '../documents/useSending.ts';
import { ReasonDialog, type Asked } from './ReasonDialog.tsx';
import { useWork } from './useWork.ts';
import './tasks.css';

/** A task beside the list: what it asks for, what can be done with it, and what happened to it. */
export function TaskPanel({ id }: { id: number }) {
  const task = useQuery(taskQuery(id));
  if (task.isError) return <Problem error={task.error} onRetry={() => void task.refetch()} />;
  if (task.data === undefined) return <PageSkeleton rows={6} />;
  return <Task key={id} task={task.data} />;
}

function Task({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const names = useNames();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [result, setResult] = useState('');
  const [reference, setReference] = useState('');
  const tick = useWork(({ line, done }: { line: number; done: boolean }) => act('tasks', task.id, 'ticks', { line, done }));
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const { percent, send } = useSending();
  const done = useWork(async () => {
    const documents = await send({ number: task.customer, kind: 'evidence', entity: task.entity }, files);
    await act('tasks', task.id, 'done', { result, reference, documents });
  });
  const mayAttach = useMay()('documents.edit') && task.customer !== '';
  const open = task.state === 'open';
  const ready = task.checklist.every((item) => item.done) && (!task.evidence || reference.trim() !== '' || files.length > 0);
  return (
    <div className="task-panel">
      <p className="task-facts">
        <b>{t(`option.tasks.state.${task.state}`)}</b> · <span className="figures">{task.dueOn}</span> · {task.assigneeName}
        {task.customer !== '' && <> · {task.customerName} <PartyLink number={task.customer} /></>}
      </p>
      {task.escalatedTo !== '' && <p className="task-escalated">{t('tasks.escalatedTo', { name: task.escalatedTo })}</p>}
      {task.note !== '' && <p>{task.note}</p>}
      {task.checklist.length > 0 && (
        <ul className="task-lines">
          {task.checklist.map((item, line) => (
            <li key={line}><Checkbox disabled={!open || tick.isPending} checked={item.done} onChange={(event) => tick.mutate({ line, done: event.target.checked })}>{item.text}</Checkbox></li>
          ))}
        </ul>
      )}
      {task.result !== '' && <p>{t('work.result')}: {task.result}</p>}
      {task.reference !== '' && <p>{t('work.reference')}: {task.reference}</p>}
      <Attached of={`task/${task.id}`} />
      {open && (
        <>
          <label className="dialog-field"><span>{t('work.result')}</span><Input.TextArea maxLength={2000} rows={2} value={result} onChange={(event) => setResult(event.target.value)} /></label>
          <label className="dialog-field"><span>{t(task.evidence ? 'work.reference.needed' : 'work.reference')}</span><Input maxLength={120} value={reference} onChange={(event) => setReference(event.target.value)} /></label>
          {mayAttach && <AttachField label={t('documents.evidence.documents')} value={files} percent={percent} onChange={setFiles} />}
          <div className="task-actions">
            <Button type="primary" disabled={!ready} loading={done.isPending} onClick={() => done.mutate(undefined)}>{t('work.done')}</Button>
            <Button onClick={() => setAsked({ title: t('work.postpone'), ok: t('work.postpone'), wants: 'day', run: ({ day, reason }) => act('tasks', task.id, 'postpone', { dueOn: day, reason }) })}>{t('work.postpone')}</Button>
            <Button onClick={() => setAsked({ title: t('work.transfer'), ok: t('work.transfer'), wants: 'person', run: ({ person, reason }) => act('tasks', task.id, 'transfer', { assignee: person, reason }) })}>{t('work.transfer')}</Button>
            <Button onClick={() => setAsked({ title: t('work.cancel'), ok: t('work.cancel'), wants: 'nothing', run: ({ reason }) => act('tasks', task.id, 'cancel', { reason }) })}>{t('work.cancel')}</Button>
          </div>
        </>
      )}
      {(tick.error ?? done.error) !== null && <Problem error={tick.error ?? done.error ?? new Error('unknown')} />}
      <h3>{t('work.history')}</h3>
      <ol className="task-history">
        {task.history.map((event) => (
          <li key={event.at + event.after}>
            <When at={event.at} /> {event.by} · {t(`workEvent.${event.after.split(' ')[0] ?? ''}`)} <span className="figures">{names.list(event.after.split(' ').slice(1))}</span>
            {event.reason !== '' && <span className="quiet"> {event.reason}</span>}
          </li>
        ))}
      </ol>
      {asked !== null && <ReasonDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}
