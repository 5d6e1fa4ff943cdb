import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, put, remove } from './client.ts';
import type { RowsPage } from './lists.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Campaign = Schemas['CampaignView'];
export type CampaignPlan = Schemas['CampaignPlan'];
export type CampaignStep = Schemas['CampaignStep'];
export type StepText = Schemas['StepText'];
export type StepCondition = Schemas['StepCondition'];
export type CostLine = Schemas['CostLine'];
export type PlanFault = Schemas['PlanFault'];
export type SelectionCount = Schemas['SelectionCount'];

/** Under one key, so that what is done to a campaign asks for all of it again. */
const keyOf = (id: string, ...parts: string[]) => ['campaigns', id, ...parts];

export const campaignQuery = (id: string) => queryOptions({ queryKey: keyOf(id), queryFn: ({ signal }) => get<Campaign>(pathOf('campaigns', id), {}, signal) });

export const faultsQuery = (id: string) => queryOptions({ queryKey: keyOf(id, 'faults'), queryFn: ({ signal }) => get<PlanFault[]>(pathOf('campaigns', id, 'faults'), {}, signal) });

export const selectionQuery = (id: string) => queryOptions({ queryKey: keyOf(id, 'selection'), queryFn: ({ signal }) => get<SelectionCount[]>(pathOf('campaigns', id, 'selection'), {}, signal) });

export type Target = Schemas['CampaignTargetView'];
export type ResultGroup = Schemas['ResultGroup'];

export const progressQuery = (id: string, by: 'unit' | 'manager') => queryOptions({ queryKey: keyOf(id, 'progress', by), queryFn: ({ signal }) => get<Schemas['CampaignProgress']>(pathOf('campaigns', id, 'progress'), { by }, signal) });

export const dryRunQuery = (id: string) => queryOptions({ queryKey: keyOf(id, 'dry-run'), queryFn: ({ signal }) => get<Schemas['DryRunView']>(pathOf('campaigns', id, 'dry-run'), {}, signal) });

export const resultsQuery = (id: string, by: 'unit' | 'manager') => queryOptions({ queryKey: keyOf(id, 'results', by), queryFn: ({ signal }) => get<Schemas['CampaignResultsView']>(pathOf('campaigns', id, 'results'), { by }, signal) });

export const targetQuery = (campaign: string, id: string) => queryOptions({ queryKey: keyOf(campaign, 'targets', id), queryFn: ({ signal }) => get<Target>(pathOf('campaigns', campaign, 'targets', id), {}, signal) });

export const campaignsOfQuery = (number: string) => queryOptions({ queryKey: ['party', number, 'campaigns'], queryFn: ({ signal }) => get<Target[]>(pathOf('customers', number, 'campaigns'), {}, signal) });

export const comparisonQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['campaigns', 'compare', ids],
    queryFn: ({ signal }) => get<Schemas['CampaignResultsView'][]>(`/api/campaign-results?${ids.map((id) => `campaign=${encodeURIComponent(id)}`).join('&')}`, {}, signal),
    enabled: ids.length > 0,
  });

/** The campaigns that changed last, by name: at most as many as a page of a list has. */
export const campaignNamesQuery = queryOptions({
  queryKey: ['list', 'campaigns', 'names'],
  queryFn: async ({ signal }) => {
    const { rows } = await post<RowsPage>('/api/lists/campaigns/rows', { columns: ['name'], limit: 200 }, signal);
    return rows.map((row) => ({ id: row.id, name: String(row.cells['name'] ?? row.id) }));
  },
});

export const recordResponse = (campaign: string, target: string, kind: string, note: string) =>
  post<Schemas['RecordedResponse']>(pathOf('campaigns', campaign, 'targets', target, 'responses'), { kind, note, opportunity: null });

export const settleDoubt = (campaign: string, target: string, step: number, again: boolean, reason: string) =>
  post(pathOf('campaigns', campaign, 'targets', target, 'doubt'), { step, again, reason });

export type CampaignDraft = Partial<Schemas['CampaignDraft']>;

export const addCampaign = (name: string) => post<Campaign>('/api/campaigns', { name });

export const saveCampaign = (id: string, draft: CampaignDraft) => put<Campaign>(pathOf('campaigns', id), draft);

export const removeCampaign = (id: string) => remove(pathOf('campaigns', id));

export const submitCampaign = (id: string) => post(pathOf('campaigns', id, 'submit'), {});

export type Steering = 'start' | 'pause' | 'stop';

export const steerCampaign = (id: string, act: Steering, reason: string) => post(pathOf('campaigns', id, act), { reason });

/** Questionnaires that can be asked now: at most as many as a page of a list has. */
export const publishedQuery = queryOptions({
  queryKey: ['list', 'questionnaires', 'published'],
  queryFn: async ({ signal }) => {
    const asked = { filter: { column: 'state', op: 'eq', value: 'published' }, columns: ['title'], limit: 200 };
    const { rows } = await post<RowsPage>('/api/lists/questionnaires/rows', asked, signal);
    return rows.map((row) => ({ id: row.id, title: String(row.cells['title'] ?? row.id) }));
  },
});
