import FullCalendar from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import list from '@fullcalendar/react/list';
import zh from '@fullcalendar/react/locales/zh-cn';
import classic from '@fullcalendar/react/themes/classic';
import timeGrid from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/palette.css';
import '@fullcalendar/react/themes/classic/theme.css';
import type { CalendarDay, CalendarEvent, Days } from '../../api/calendar.ts';
import { useTranslation } from '../../app/translation.ts';
import { addDays, today, wallOf, wallOfBoard } from './wall.ts';

export type View = 'month' | 'week' | 'day' | 'agenda';

const views: Record<View, string> = { month: 'dayGridMonth', week: 'timeGridWeek', day: 'timeGridDay', agenda: 'listMonth' };

interface Props {
  view: View;
  day: string;
  events: readonly CalendarEvent[];
  days: readonly CalendarDay[];
  onDays: (days: Days) => void;
  onOpen: (event: CalendarEvent) => void;
  onNew: (start: string, end: string, allDay: boolean) => void;
  /** Somebody dragged or pulled it; the board puts it back where that is refused. */
  onMove: (event: CalendarEvent, start: string, end: string, allDay: boolean, revert: () => void) => void;
}

/** FullCalendar in the bank's time and our colours. */
export function Board({ view, day, events, days, onDays, onOpen, onNew, onMove }: Props) {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  const dayOf = new Map(days.map((each) => [each.day, each]));
  const moved = (info: { event: { start: Date | null; end: Date | null; allDay: boolean; extendedProps: Record<string, unknown> }; revert: () => void }) => {
    const { start, end, allDay, extendedProps } = info.event;
    if (start === null) return;
    const from = wallOfBoard(start);
    // What was dragged from the row of whole days into the hours has no end of its own yet.
    const to = end !== null ? wallOfBoard(end) : allDay ? `${addDays(from.slice(0, 10), 1)}T00:00` : wallOfBoard(new Date(start.getTime() + 3_600_000));
    onMove(extendedProps['event'] as CalendarEvent, from, to, allDay, info.revert);
  };
  const label = (date: Date) => {
    const found = dayOf.get(wallOfBoard(date).slice(0, 10));
    if (found === undefined) return null;
    const name = english ? found.nameEn : found.name;
    return <DayLabel kind={found.kind} name={name ?? (english ? '' : found.lunar)} />;
  };
  return (
    <FullCalendar
      key={`${view} ${day}`}
      plugins={[dayGrid, timeGrid, list, interaction, classic]}
      initialView={views[view]}
      initialDate={day}
      now={() => `${today()}T${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 16)}`}
      timeZone="UTC"
      locale={english ? 'en' : zh}
      firstDay={1}
      headerToolbar={false}
      height="100%"
      nowIndicator
      selectable
      dayMaxEvents
      fixedWeekCount={false}
      scrollTime="08:00:00"
      eventTimeFormat={{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }}
      slotHeaderFormat={{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }}
      dayCellTopContent={(info) => <>{info.dayNumberText} {label(info.date)}</>}
      dayHeaderContent={(info) => <>{info.text} {view === 'month' ? null : label(info.date)}</>}
      events={events.map((event) => ({
        id: `${event.id} ${event.at}`,
        title: event.title,
        start: event.allDay ? event.startsAt.slice(0, 10) : wallOf(event.startsAt),
        end: event.allDay ? event.endsAt.slice(0, 10) : wallOf(event.endsAt),
        allDay: event.allDay,
        editable: event.mayEdit,
        className: event.answer === 'asked' ? 'calendar-asked' : '',
        extendedProps: { event },
      }))}
      datesSet={({ startStr, endStr }) => onDays({ from: startStr.slice(0, 10), to: endStr.slice(0, 10) })}
      select={({ start, end, allDay }) => onNew(wallOfBoard(start), wallOfBoard(end), allDay)}
      eventClick={({ event }) => onOpen(event.extendedProps['event'] as CalendarEvent)}
      eventDrop={moved}
      eventResize={moved}
    />
  );
}

function DayLabel({ kind, name }: { kind: string; name: string }) {
  const { t } = useTranslation();
  return (
    <span className="calendar-day" data-kind={kind}>
      {kind !== '' && <b title={t(kind === 'off' ? 'calendar.day.off.title' : 'calendar.day.work.title')}>{t(kind === 'off' ? 'calendar.day.off' : 'calendar.day.work')}</b>} <span>{name}</span>
    </span>
  );
}
