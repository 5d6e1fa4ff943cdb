import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { act, visitQuery, type VisitView } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { When } from '../../components/When.tsx';
import { Attached } from '../documents/Attached.tsx';
import { useSending } from '../documents/useSending.ts';
import { ReasonDialog, type Asked } from '../tasks/ReasonDialog.tsx';
import { useWork } from '../tasks/useWork.ts';
import '../tasks/tasks.css';
import { doneOf, isComplete, noOutcome, OutcomeFields } from './OutcomeFields.tsx';

/** A visit or call beside the list. */
export function VisitPanel({ id }: { id: number }) {
  const visit = useQuery(visitQuery(id));
  if (visit.isError) return <Problem error={visit.error} onRetry={() => void visit.refetch()} />;
  if (visit.data === undefined) return <PageSkeleton rows={6} />;
  return <Visit key={id} visit={visit.data} />;
}

function Visit({ visit }: { visit: VisitView }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [outcome, setOutcome] = useState(noOutcome);
  const { percent, send } = useSending();
  const done = useWork(async () => {
    const photos = await send({ number: visit.customers[0]?.number ?? '', kind: 'photo', entity: visit.entity }, outcome.photos);
    await act('visits', visit.id, 'done', doneOf(outcome, photos));
  });
  return (
    <div className="task-panel">
      <p><b>{t(`option.visits.state.${visit.state}`)}</b> · {t(`option.visits.kind.${visit.kind}`)} · <When at={visit.at} /> · {visit.person}</p>
      <p>{visit.customers.map((each) => <span key={each.number}>{each.name} <PartyLink number={each.number} /> </span>)}</p>
      {visit.place !== '' && <p>{t('column.visits.place')}: {visit.place}</p>}
      {visit.outcome !== '' && <p>{t('visits.outcome')}: {t(`option.visits.outcome.${visit.outcome}`)}</p>}
      {visit.result !== '' && <p>{t('work.result')}: {visit.result}</p>}
      {visit.photos.length > 0 && <p>{t('visits.photos.kept')}: {visit.photos.join(' · ')}</p>}
      <Attached of={`visit/${visit.id}`} />
      {visit.nextRef !== '' && <p><Link to={`/${visit.nextRef.startsWith('task') ? 'tasks' : 'visits'}?open=${visit.nextRef.split('/')[1] ?? ''}`}>{t('visits.next')}</Link></p>}
      {visit.state === 'planned' && (
        <>
          <OutcomeFields value={outcome} percent={percent} onChange={setOutcome} />
          <div className="task-actions">
            <Button type="primary" disabled={!isComplete(outcome)} loading={done.isPending} onClick={() => done.mutate(undefined)}>{t('work.done')}</Button>
            <Button onClick={() => setAsked({ title: t('work.postpone'), ok: t('work.postpone'), wants: 'day', run: ({ day, reason }) => act('visits', visit.id, 'move', { at: `${day}T09:00:00+08:00`, reason }) })}>{t('work.postpone')}</Button>
            <Button onClick={() => setAsked({ title: t('visits.cancel'), ok: t('visits.cancel'), wants: 'nothing', run: ({ reason }) => act('visits', visit.id, 'move', { at: null, reason }) })}>{t('visits.cancel')}</Button>
          </div>
        </>
      )}
      {done.error !== null && <Problem error={done.error} />}
      {asked !== null && <ReasonDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}
