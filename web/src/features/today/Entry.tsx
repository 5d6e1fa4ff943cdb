import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { pathOf, post } from '../../api/client.ts';
import { act, bankClock, type TodayEntry, type TodayItem } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { reminderText } from '../../components/reminderText.ts';
import { useNames } from '../../components/useNames.ts';
import { ReasonDialog, type Asked } from '../tasks/ReasonDialog.tsx';
import { useWork } from '../tasks/useWork.ts';
import { VisitDialog } from '../visits/VisitDialog.tsx';

/** All that is owed to one customer, with what one does about it. */
export function Entry({ entry, today }: { entry: TodayEntry; today: string }) {
  const { t } = useTranslation();
  const [telling, setTelling] = useState<'visit' | 'call' | null>(null);
  return (
    <li className="today-entry">
      {entry.customer === '' ? <b>{t('today.noCustomer')}</b> : <Link to={`/customers/${entry.customer}`}><b>{entry.name === '' ? entry.customer : entry.name}</b></Link>}
      <ul>{entry.items.map((item) => <Item key={`${item.kind}/${item.id}`} item={item} today={today} />)}</ul>
      {entry.customer !== '' && (
        <span className="today-actions">
          <Button onClick={() => setTelling('call')}>{t('today.call')}</Button>
          <Button onClick={() => setTelling('visit')}>{t('today.visit')}</Button>
        </span>
      )}
      {telling !== null && <VisitDialog customer={entry.customer} kind={telling} over onClose={() => setTelling(null)} />}
    </li>
  );
}

function Item({ item, today }: { item: TodayItem; today: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const [asked, setAsked] = useState<Asked | null>(null);
  const task = item.kind === 'task' || item.kind === 'escalated';
  const reminder = item.kind === 'reminder';
  const event = item.kind === 'event';
  const opportunity = item.kind === 'opportunity';
  const done = useWork(() => (task ? act('tasks', item.id, 'done', {}) : post(pathOf('today', 'reminders', String(item.id)), {})));
  const later = ({ day, reason }: { day: string; reason: string }) =>
    task
      ? act('tasks', item.id, 'postpone', { dueOn: day, reason })
      : reminder
        ? post(pathOf('today', 'reminders', String(item.id)), { dueOn: day, reason })
        : act('visits', item.id, 'move', { at: `${day}T09:00:00+08:00`, reason });
  return (
    <li className="today-item">
      <span className="today-reason" data-reason={item.reason}>{reminder ? reminderText(t, item.reason, item.args) : names.todayReason(item.reason)}</span>
      {reminder ? item.title !== '' && <span>{item.title}</span> : <Link to={event ? `/calendar?view=day&day=${item.dueOn}` : `/${task ? 'tasks' : opportunity ? 'opportunities' : 'visits'}?open=${item.id}`}>{item.title}</Link>}
      {!(reminder && item.dueOn === today) && <span className="figures quiet">{item.at === null || item.at === undefined ? item.dueOn : `${item.dueOn} ${bankClock(item.at)}`}</span>}
      <span className="today-actions">
        {(task || reminder) && <Button loading={done.isPending} onClick={() => done.mutate(undefined)}>{t('work.done')}</Button>}
        {!event && !opportunity && <Button onClick={() => setAsked({ title: t('work.postpone'), ok: t('work.postpone'), wants: 'day', run: later })}>{t('work.postpone')}</Button>}
      </span>
      {done.error !== null && <Problem error={done.error} />}
      {asked !== null && <ReasonDialog {...asked} onClose={() => setAsked(null)} />}
    </li>
  );
}
