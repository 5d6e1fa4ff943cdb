import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type TaskView = Schemas['TaskView'];
export type TaskDraft = Schemas['TaskDraft'];
export type PlanView = Schemas['PlanView'];
export type PlanStep = Schemas['PlanStep'];

export type VisitView = Schemas['VisitView'];
export type TodayEntry = Schemas['TodayEntry'];
export type TodayItem = Schemas['TodayItem'];

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => get<Schemas['TodayView']>('/api/today', {}, signal),
});

export const visitQuery = (id: number) =>
  queryOptions({
    queryKey: ['work', 'visit', id],
    queryFn: ({ signal }) => get<VisitView>(pathOf('visits', String(id)), {}, signal),
  });

export const taskQuery = (id: number) =>
  queryOptions({
    queryKey: ['work', 'task', id],
    queryFn: ({ signal }) => get<TaskView>(pathOf('tasks', String(id)), {}, signal),
  });

export const plansQuery = queryOptions({
  queryKey: ['work', 'plans'],
  queryFn: ({ signal }) => get<PlanView[]>('/api/plans', {}, signal),
  staleTime: 60_000,
});

/** What can be done with a task or a visit, each with its own body. */
export const act = (what: 'tasks' | 'visits', id: number, verb: string, body: unknown) => post(pathOf(what, String(id), verb), body);

/** Whatever shows work is asked for again. */
export const workKeys: readonly string[][] = [['work'], ['list', 'tasks'], ['list', 'visits'], ['today']];

/** The day in China, as YYYY-MM-DD, wherever the browser is; some days from now. */
export function bankDay(offset = 0, now = Date.now()): string {
  return new Date(now + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
}

/** The time of day of a moment where the bank is. */
export const bankClock = (at: string) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }).format(new Date(at));
