import { queryOptions } from '@tanstack/react-query';
import { address, get, pathOf, post, put, remove } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Scope = 'mine' | 'team' | 'branch';
export type Span = 'one' | 'following' | 'all';
export type CalendarEvent = Schemas['EventView'];
export type EventDraft = Schemas['EventDraft'];
export type CalendarDay = Schemas['DayView'];
export type Conflict = Schemas['Conflict'];
export type Feed = Schemas['FeedView'];
export type Imported = Schemas['ImportedEvents'];

/** From one day to before another, YYYY-MM-DD in the bank's time. */
export interface Days {
  from: string;
  to: string;
}

export const eventsKey = ['calendar', 'events'];

export const eventsQuery = ({ from, to }: Days, scope: Scope) =>
  queryOptions({
    queryKey: [...eventsKey, scope, from, to],
    queryFn: ({ signal }) => get<CalendarEvent[]>('/api/calendar/events', { from: `${from}T00:00:00+08:00`, to: `${to}T00:00:00+08:00`, scope }, signal),
  });

export const daysQuery = ({ from, to }: Days) =>
  queryOptions({
    queryKey: ['calendar', 'days', from, to],
    queryFn: ({ signal }) => get<CalendarDay[]>('/api/calendar/days', { from, to }, signal),
    staleTime: Infinity,
  });

export const conflictsQuery = (asked: { startsAt: string; endsAt: string; people: readonly string[]; except: number | string | null }) =>
  queryOptions({
    queryKey: ['calendar', 'conflicts', asked],
    queryFn: ({ signal }) => post<Conflict[]>('/api/calendar/conflicts', asked, signal),
  });

export const feedQuery = queryOptions({
  queryKey: ['calendar', 'feed'],
  queryFn: ({ signal }) => get<Feed>('/api/calendar/feed', {}, signal),
});

export const addEvent = (draft: EventDraft) => post('/api/calendar/events', draft);

/** An occurrence of what was seen: the server refuses it where somebody changed it meanwhile. */
export const changeEvent = ({ id, at, version }: CalendarEvent, event: EventDraft, span: Span) => put(pathOf('calendar', 'events', String(id)), { event, span, at, version });

export const removeEvent = ({ id, at, version }: CalendarEvent, span: Span) => remove(address(pathOf('calendar', 'events', String(id)), { span, at, version }));

export const answerInvitation = (id: CalendarEvent['id'], answer: 'accepted' | 'declined') => post(pathOf('calendar', 'events', String(id), 'answer'), { answer });

export const makeFeed = () => post<Schemas['FeedMade']>('/api/calendar/feed');
export const revokeFeed = () => remove('/api/calendar/feed');
export const importEvents = (text: string, preview: boolean) => post<Imported>('/api/calendar/import', { text, preview });
