import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { address, get, pathOf, post } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type AnalysisView = Schemas['AnalysisView'];
export type QuestionView = Schemas['QuestionView'];
export type PartView = Schemas['PartView'];
export type CellView = Schemas['CellView'];
export type CrossView = Schemas['CrossView'];
export type RatesView = Schemas['RatesView'];
export type RateRow = Schemas['RateRow'];
export type TextsView = Schemas['TextsView'];
export type WordsView = Schemas['WordsView'];

/** Any of the values; on as the server names it: a question's key, or @unit, @via, @version … */
export interface Condition {
  on: string;
  values: string[];
}

export interface AnalysisFilter {
  conditions: Condition[];
  from?: string;
  to?: string;
}

const keyOf = (id: string, filter: AnalysisFilter, ...rest: readonly unknown[]) => ['analysis', id, filter, ...rest];

export const analysisQuery = (id: string, filter: AnalysisFilter, language: string) =>
  queryOptions({
    queryKey: keyOf(id, filter, language),
    queryFn: ({ signal }) => post<AnalysisView>(pathOf('questionnaires', id, 'analysis'), { filter, language }, signal),
    placeholderData: keepPreviousData,
  });

export const crossQuery = (id: string, filter: AnalysisFilter, language: string, row: string, column: string | null, segments: readonly string[] = []) =>
  queryOptions({
    queryKey: keyOf(id, filter, language, 'cross', row, column, segments),
    queryFn: ({ signal }) => post<CrossView>(pathOf('questionnaires', id, 'analysis', 'cross'), { filter, language, row, column, ...(segments.length > 0 ? { segments } : {}) }, signal),
    placeholderData: keepPreviousData,
  });

export const ratesQuery = (id: string) =>
  queryOptions({ queryKey: ['analysis', id, 'rates'], queryFn: ({ signal }) => get<RatesView>(pathOf('questionnaires', id, 'analysis', 'rates'), {}, signal) });

/** Without a question: who answered. */
export const textsQuery = (id: string, filter: AnalysisFilter, question: string | null, word: string | null, skip: number) =>
  queryOptions({
    queryKey: keyOf(id, filter, 'texts', question, word, skip),
    queryFn: ({ signal }) => post<TextsView>(pathOf('questionnaires', id, 'analysis', 'texts'), { filter, question, word, skip }, signal),
    placeholderData: keepPreviousData,
  });

export const wordsQuery = (id: string, filter: AnalysisFilter, question: string) =>
  queryOptions({
    queryKey: keyOf(id, filter, 'words', question),
    queryFn: ({ signal }) => post<WordsView>(pathOf('questionnaires', id, 'analysis', 'words'), { filter, question }, signal),
  });

export const exportAddress = (id: string, filter: AnalysisFilter, format: 'csv' | 'xlsx', language: string) =>
  address(pathOf('questionnaires', id, 'analysis', 'export'), { format, language, filter: JSON.stringify(filter) });
