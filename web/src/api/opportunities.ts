import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, put } from './client.ts';
import type { Filter } from './lists.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Pipeline = Schemas['Pipeline'];
export type Stage = Schemas['Stage'];
export type LostReason = Schemas['LostReason'];
export type Opportunity = Schemas['OpportunityView'];
export type OpportunityLine = Schemas['OpportunityLine'];
export type OpportunityFields = Schemas['OpportunityFields'];
export type Card = Schemas['CardView'];
export type Column = Schemas['BoardColumn'];
export type Board = Schemas['BoardView'];
export type Forecast = Schemas['ForecastView'];
export type ForecastCell = Schemas['ForecastCell'];
export type PipelineSettings = Schemas['PipelineSettings'];
export type OpportunityRule = Schemas['OpportunityRule'];

/** Which opportunities of a pipeline a board shows. */
export interface BoardFilter {
  pipeline: number;
  owner: string;
  unit: string;
  late: boolean;
}

/** Names that the bank keeps in both languages. */
export interface Named {
  zh: string;
  en: string;
}

export const nameIn = (named: Named, language: string): string => (language === 'en' ? named.en : named.zh);

export const pipelinesQuery = queryOptions({
  queryKey: ['opportunities', 'pipelines'],
  queryFn: ({ signal }) => get<Schemas['PipelinesView']>('/api/pipelines', {}, signal),
  staleTime: 60_000,
});

export const boardQuery = (filter: BoardFilter) =>
  queryOptions({
    queryKey: ['opportunities', 'board', filter],
    queryFn: ({ signal }) => get<Board>('/api/opportunities/board', { ...filter }, signal),
    enabled: filter.pipeline > 0,
    placeholderData: keepPreviousData,
  });

export const moreCards = (filter: BoardFilter, stage: number, after: string) => get<Column>('/api/opportunities/board/column', { ...filter, stage, after });

export const opportunityQuery = (id: number) =>
  queryOptions({ queryKey: ['opportunities', 'one', id], queryFn: ({ signal }) => get<Opportunity>(pathOf('opportunities', String(id)), {}, signal) });

/** Of a customer or a prospect. */
export const opportunitiesOfQuery = (of: 'customers' | 'prospects', key: string) =>
  queryOptions({ queryKey: ['opportunities', 'of', of, key], queryFn: ({ signal }) => get<OpportunityLine[]>(pathOf(of, key, 'opportunities'), {}, signal) });

export interface ForecastScope {
  pipeline: string;
  entity: string;
  unit: string;
}

export const forecastQuery = (scope: ForecastScope) =>
  queryOptions({ queryKey: ['opportunities', 'forecast', scope], queryFn: ({ signal }) => get<Forecast>('/api/opportunities/forecast', { ...scope }, signal), placeholderData: keepPreviousData });

export const sumsQuery = (filter: Filter | undefined) =>
  queryOptions({ queryKey: ['list', 'opportunities', 'sums', filter], queryFn: ({ signal }) => post<Schemas['SumsView']>('/api/lists/opportunities/sums', { filter }, signal), placeholderData: keepPreviousData });

export const addOpportunity = (body: Partial<Schemas['NewOpportunity']>) => post<Opportunity>('/api/opportunities', body);
export const editOpportunity = (id: number, body: Partial<Schemas['OpportunityEdit']>) => put<Opportunity>(pathOf('opportunities', String(id)), body);
export const moveOpportunity = (id: number, body: { stage: number; version: number; reason?: string; remark?: string; fields?: Partial<OpportunityFields>; documents?: number[] }) =>
  post<Opportunity>(pathOf('opportunities', String(id), 'move'), body);
export const undoMove = (id: number, version: number) => post<Opportunity>(pathOf('opportunities', String(id), 'undo'), { version });
export const addStep = (id: number, body: Partial<Schemas['OpportunityStep']>) => post(pathOf('opportunities', String(id), 'tasks'), body);

export const settingsQuery = queryOptions({
  queryKey: ['opportunities', 'settings'],
  queryFn: ({ signal }) => get<PipelineSettings[]>('/api/pipelines/settings', {}, signal),
});
export const savePipeline = (id: number, draft: Partial<Schemas['PipelineDraft']>) =>
  id === 0 ? post<Schemas['PipelineSaved']>('/api/pipelines', draft) : put<Schemas['PipelineSaved']>(pathOf('pipelines', String(id)), draft);

export const rulesQuery = queryOptions({
  queryKey: ['opportunities', 'rules'],
  queryFn: ({ signal }) => get<OpportunityRule[]>('/api/opportunity-rules', {}, signal),
});
export const saveRule = (id: number, draft: Partial<Schemas['RuleDraft']>) =>
  id === 0 ? post<Schemas['RuleSaved']>('/api/opportunity-rules', draft) : put<Schemas['RuleSaved']>(pathOf('opportunity-rules', String(id)), draft);

/** Whatever shows opportunities is asked for again. */
export const opportunityKeys: readonly string[][] = [['opportunities'], ['list', 'opportunities'], ['today'], ['work']];
