import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, put } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

/** A questionnaire's document: SurveyJS's JSON. */
export type Document = Readonly<Record<string, unknown>>;
export type Designed = Omit<Schemas['QuestionnaireView'], 'draft'> & { draft: Document };
export type Finding = Schemas['FindingView'];

/** Read once when it is opened: from then on the browser's own document is ahead of the server's. */
export const designQuery = (id: string) =>
  queryOptions({
    queryKey: ['questionnaire', id, 'design'],
    queryFn: ({ signal }) => get<Designed>(pathOf('questionnaires', id), {}, signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const saveDraft = (id: string, document: Document, version: number) => put<{ version: number }>(pathOf('questionnaires', id, 'draft'), { document, version });

export const checkDocument = (document: Document, signal?: AbortSignal) => post<Finding[]>('/api/questionnaires/check', { document }, signal);

export const versionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['questionnaire', id, 'version', number],
    queryFn: ({ signal }) => get<Document>(pathOf('questionnaires', id, 'versions', String(number)), {}, signal),
    staleTime: Infinity,
    enabled: number > 0,
  });

export const publish = (id: string, note: string, version: number) => post<{ number: number }>(pathOf('questionnaires', id, 'publish'), { note, version });

export type Preview = Schemas['PreviewView'] & { answers: Document };

export interface PreviewAsk {
  document: Document;
  /** None begins with the default values. */
  answers: Document | null;
  language: string;
  page: string;
  /** The page's fields as they stand, with the button that was pressed; none only shows the page. */
  form: readonly (readonly [string, string])[] | null;
}

export const previewDocument = (ask: PreviewAsk, signal?: AbortSignal) => post<Preview>('/api/questionnaires/preview', ask, signal);
