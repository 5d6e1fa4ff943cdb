import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type ReportView = Schemas['ReportView'];
export type ReportRecord = Schemas['ReportRecord'];
export type DayFigures = Schemas['DayFigures'];
export type ReviewView = Schemas['DayReviewView'];
export type ReviewEntry = Schemas['DayReviewEntry'];
export type AbsenceView = Schemas['AbsenceView'];
export type RollUpView = Schemas['RollUpView'];
export type RollUpRow = Schemas['RollUpRow'];

/** The own report of a day, or that of somebody whose reports one reviews. */
export const reportQuery = (person: string | null, day: string, entity = '') =>
  queryOptions({
    queryKey: ['log', 'report', person, day, entity],
    queryFn: ({ signal }) => get<ReportView>(person === null ? pathOf('reports', 'mine', day) : pathOf('reports', 'of', person, day), entity === '' ? {} : { entity }, signal),
  });

/** Without a day: the last working day before today. */
export const reviewQuery = (day: string) =>
  queryOptions({
    queryKey: ['log', 'review', day],
    queryFn: ({ signal }) => get<ReviewView>('/api/reports/review', day === '' ? {} : { day }, signal),
  });

export interface RollUpAsked {
  period: string;
  day: string;
  entity: string;
  unit: string;
}

export const rollUpQuery = (asked: RollUpAsked) =>
  queryOptions({
    queryKey: ['log', 'rollup', asked],
    queryFn: ({ signal }) => get<RollUpView>('/api/reports/rollup', Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')), signal),
  });

/** Days away of oneself (null), or of somebody whose reports one reviews. */
export const absencesQuery = (person: string | null) =>
  queryOptions({ queryKey: ['log', 'absences', person], queryFn: ({ signal }) => get<AbsenceView[]>(pathOf('absences', ...of(person)), {}, signal) });

export const recordAbsence = (person: string | null, absence: Schemas['AbsenceRecorded']) => post(pathOf('absences', ...of(person)), absence);

export const withdrawAbsence = (person: string | null, id: number) => post(pathOf('absences', ...of(person), String(id), 'withdraw'), {});

const of = (person: string | null): string[] => (person === null ? ['mine'] : ['of', person]);
