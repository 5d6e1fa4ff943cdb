import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { changeEvent, daysQuery, eventsKey, eventsQuery, type CalendarEvent, type Days, type EventDraft, type Scope, type Span } from '../../api/calendar.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useIsPhone } from '../../components/useIsPhone.ts';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { Board, type View } from './Board.tsx';
import { EventDialog } from './EventDialog.tsx';
import { SpanDialog } from './SpanDialog.tsx';
import { SubscribeDialog } from './SubscribeDialog.tsx';
import { addDays, addMonths, momentOf, movedRule, today } from './wall.ts';
import './calendar.css';

const views: readonly View[] = ['month', 'week', 'day', 'agenda'];
const scopes: readonly Scope[] = ['mine', 'team', 'branch'];

interface Move {
  event: CalendarEvent;
  draft: EventDraft;
  revert: () => void;
}

/** One's own calendar, the team's, or all that one may see; view, day and scope are in the address. */
export function CalendarPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('nav.calendar'));
  const may = useMay()('calendar.edit');
  const phone = useIsPhone();
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const view = views.find((each) => each === search.get('view')) ?? (phone ? 'agenda' : 'month');
  const scope = scopes.find((each) => each === search.get('scope')) ?? 'mine';
  const asked = search.get('day') ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today();
  const [days, setDays] = useState<Days | null>(null);
  const [open, setOpen] = useState<CalendarEvent | EventDraft | null>(null);
  const [moving, setMoving] = useState<Move | null>(null);
  const [subscribing, setSubscribing] = useState(false);
  const shown = days ?? { from: day, to: day };
  const events = useQuery({ ...eventsQuery(shown, scope), enabled: days !== null });
  const dayLabels = useQuery({ ...daysQuery(shown), enabled: days !== null });
  const move = useMutation({
    mutationFn: ({ event, draft, span }: Move & { span: Span }) => changeEvent(event, draft, span),
    onError: (_, { revert }) => revert(),
    onSettled: () => client.invalidateQueries({ queryKey: eventsKey }),
  });
  const set = (name: string, value: string) => setSearch((before) => { before.set(name, value); return before; }, { replace: true });
  const step = (by: number) => set('day', view === 'month' || view === 'agenda' ? addMonths(day, by) : addDays(day, view === 'week' ? 7 * by : by));
  const title = new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', ...(view === 'day' ? { day: 'numeric', weekday: 'short' } : {}), timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

  return (
    <section className="calendar">
      <header className="calendar-bar">
        <h1>{title}</h1>
        <span className="calendar-steps">
          <Button size="small" aria-label={t('calendar.back')} onClick={() => step(-1)}>‹</Button>
          <Button size="small" onClick={() => set('day', today())}>{t('calendar.today')}</Button>
          <Button size="small" aria-label={t('calendar.on')} onClick={() => step(1)}>›</Button>
        </span>
        <Segmented size="small" aria-label={t('calendar.view')} value={view} onChange={(value) => set('view', value)} options={views.map((each) => ({ value: each, label: t(`calendar.view.${each}`) }))} />
        <Select size="small" aria-label={t('calendar.scope')} value={scope} onChange={(value) => set('scope', value)} options={scopes.map((each) => ({ value: each, label: t(`calendar.scope.${each}`) }))} popupMatchSelectWidth={false} />
        {may && <Button size="small" onClick={() => setSubscribing(true)}>{t('calendar.subscribe')}</Button>}
        {may && <Button size="small" type="primary" onClick={() => setOpen(draftAt(`${day}T09:00`, `${day}T10:00`, false))}>{t('calendar.new')}</Button>}
      </header>
      {events.isError && <Problem error={events.error} onRetry={() => void events.refetch()} />}
      {move.isError && <Problem error={move.error} />}
      <div className="calendar-board">
        <Board
          view={view}
          day={day}
          events={events.data ?? []}
          days={dayLabels.data ?? []}
          onDays={(next) => setDays((known) => (known?.from === next.from && known.to === next.to ? known : next))}
          onOpen={setOpen}
          onNew={(start, end, allDay) => { if (may) setOpen(draftAt(start, end, allDay)); }}
          onMove={(event, start, end, allDay, revert) => {
            const draft = { ...draftOf(event), startsAt: momentOf(start), endsAt: momentOf(end), allDay };
            if (event.rule === null) move.mutate({ event, draft, revert, span: 'all' });
            else setMoving({ event, draft, revert });
          }}
        />
      </div>
      {open !== null && <EventDialog event={open} onClose={() => setOpen(null)} />}
      {moving !== null && (
        <SpanDialog
          verb="move"
          onCancel={() => { moving.revert(); setMoving(null); }}
          onChoose={(span) => {
            const rule = span === 'one' ? null : movedRule(moving.event.rule, moving.event.startsAt.slice(0, 10), moving.draft.startsAt.slice(0, 10));
            move.mutate({ ...moving, draft: { ...moving.draft, rule }, span });
            setMoving(null);
          }}
        />
      )}
      {subscribing && <SubscribeDialog onClose={() => setSubscribing(false)} />}
      <Watermark />
    </section>
  );
}

const draftAt = (start: string, end: string, allDay: boolean): EventDraft => ({
  title: '', place: null, note: null, startsAt: momentOf(start), endsAt: momentOf(end), allDay, rule: null, remindMinutes: allDay ? null : 15, guests: [], customer: null,
});

const draftOf = ({ title, place, note, startsAt, endsAt, allDay, rule, remindMinutes, guests, customer }: CalendarEvent): EventDraft => ({
  title, place, note, startsAt, endsAt, allDay, rule, remindMinutes, guests: guests.map((guest) => guest.person), customer,
});
