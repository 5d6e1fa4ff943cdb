import { queryOptions } from '@tanstack/react-query';
import { address, get, pathOf, post, put, remove } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Questionnaire = Schemas['QuestionnaireView'];
export type QuestionnaireVersion = Schemas['QuestionnaireVersionView'];
export type NewQuestionnaire = Partial<Schemas['NewQuestionnaire']>;
export type Finding = Schemas['FindingView'];
export type BankItem = Schemas['BankView'];
export type Answered = Schemas['AnsweredView'];
export type Imported = Schemas['ImportedDocument'];

/** A part of SurveyJS's JSON, of which pages show wording; what it means the server knows. */
export type Fragment = Readonly<Record<string, unknown>>;

export const kinds = ['survey', 'risk', 'investigation', 'satisfaction', 'need'] as const;
export const templates = ['risk', 'investigation', 'satisfaction', 'need'] as const;
export const formats = ['surveyjs', 'xlsform', 'csv'] as const;

export const questionnaireQuery = (id: string) =>
  queryOptions({
    queryKey: ['questionnaire', id],
    queryFn: ({ signal }) => get<Questionnaire>(pathOf('questionnaires', id), {}, signal),
  });

/** The document of a version, which never changes; 0 is the draft, which the questionnaire itself has. */
export const documentQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['questionnaire', id, 'version', number],
    queryFn: ({ signal }) => get<Fragment>(pathOf('questionnaires', id, 'versions', String(number)), {}, signal),
    enabled: number > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const checkQuery = (id: string, version: number, document: unknown) =>
  queryOptions({
    queryKey: ['questionnaire', id, 'check', version],
    queryFn: ({ signal }) => post<Finding[]>('/api/questionnaires/check', { document }, signal),
  });

export const bankQuery = (id: string) =>
  queryOptions({
    queryKey: ['bank', id],
    queryFn: ({ signal }) => get<BankItem>(pathOf('bank', id), {}, signal),
  });

export const answeredQuery = (id: string) =>
  queryOptions({
    queryKey: ['bank', id, 'answers'],
    queryFn: ({ signal }) => get<Answered>(pathOf('bank', id, 'answers'), {}, signal),
  });

export const addQuestionnaire = (body: NewQuestionnaire) => post<{ id: string }>('/api/questionnaires', body);

export const publishQuestionnaire = (id: string, note: string, version: number) => post<{ number: number }>(pathOf('questionnaires', id, 'publish'), { note, version });

export const turnQuestionnaire = (id: string, to: 'close' | 'reopen') => post(pathOf('questionnaires', id, to));

export const readFile = (file: File) => post<Imported>('/api/questionnaires/import', file);

export const exportAddress = (id: string, format: string, number: number) => address(pathOf('questionnaires', id, 'export', format), number > 0 ? { number: String(number) } : {});

export const saveBankItem = (item: BankItem | null, fragment: Fragment, tags: readonly string[], unit: string) =>
  item === null ? post<{ id: string }>('/api/bank', { fragment, tags, ...(unit === '' ? {} : { unit }) }) : put<{ id: string }>(pathOf('bank', item.id), { fragment, tags, version: item.version });

export const retireBankItem = (id: string) => remove(pathOf('bank', id));
