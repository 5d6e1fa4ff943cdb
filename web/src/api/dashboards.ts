import { queryOptions } from '@tanstack/react-query';
import { get } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type DashboardView = Schemas['DashboardView'];
export type DashboardRow = Schemas['DashboardRow'];
export type TrendView = Schemas['TrendView'];
export type BaseFigures = Schemas['BaseFigures'];

/** Whose figures: empty ones are not asked for, and the whole is what one sees. */
export interface DashboardScope {
  entity: string;
  unit: string;
  manager: string;
}

export const dashboardQuery = (scope: DashboardScope) =>
  queryOptions({
    queryKey: ['dashboard', scope],
    queryFn: ({ signal }) => get<DashboardView>('/api/dashboard', asked(scope), signal),
  });

/** What the scope's customers had at the ends of the last twelve months. */
export const trendQuery = (scope: DashboardScope) =>
  queryOptions({
    queryKey: ['dashboard', 'trend', scope],
    queryFn: ({ signal }) => get<TrendView>('/api/dashboard/trend', asked(scope), signal),
  });

const asked = (scope: DashboardScope) => Object.fromEntries(Object.entries(scope).filter(([, code]) => code !== ''));
