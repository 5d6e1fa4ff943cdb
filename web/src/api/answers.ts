import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, put } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type ResponseLine = Schemas['ResponseLine'];
export type ResponseView = Schemas['ResponseView'];
export type UpdateView = Schemas['UpdateView'];
export type AnswerRule = Schemas['AnswerRule'];
export type AnswerAction = Schemas['AnswerAction'];
export type AnswerRules = Schemas['AnswerRulesView'];

export const responsesOfQuery = (number: string) =>
  queryOptions({
    queryKey: ['party', number, 'responses'],
    queryFn: ({ signal }) => get<ResponseLine[]>(pathOf('customers', number, 'responses'), {}, signal),
  });

export const responseQuery = (id: number) =>
  queryOptions({
    queryKey: ['responses', id],
    queryFn: ({ signal }) => get<ResponseView>(pathOf('responses', String(id)), {}, signal),
  });

/** Where a file that was answered is saved from. */
export const answerFileAddress = (response: number, hash: string) => pathOf('responses', String(response), 'files', hash);

export const updatesQuery = queryOptions({
  queryKey: ['answer-updates'],
  queryFn: ({ signal }) => get<Schemas['UpdatesPage']>('/api/answer-updates', {}, signal),
});

export const decideUpdates = (ids: readonly number[], accept: boolean) => post<Schemas['UpdatesDecided']>('/api/answer-updates/decide', { ids, accept });

export const rulesQuery = (questionnaire: number) =>
  queryOptions({
    queryKey: ['questionnaires', questionnaire, 'rules'],
    queryFn: ({ signal }) => get<AnswerRules[]>(pathOf('questionnaires', String(questionnaire), 'rules'), {}, signal),
  });

export const setRules = (questionnaire: number, entity: string, rules: readonly AnswerRule[], version: number) =>
  put(pathOf('questionnaires', String(questionnaire), 'rules'), { entity, rules, version });
