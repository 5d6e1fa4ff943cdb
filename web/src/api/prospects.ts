import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, put, remove } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Prospect = Schemas['ProspectView'];
export type ProspectDraft = Partial<Schemas['ProspectDraft']>;
export type ProspectKnown = Schemas['ProspectKnown'];

export const prospectQuery = (id: string) =>
  queryOptions({
    queryKey: ['prospect', id],
    queryFn: ({ signal }) => get<Prospect>(pathOf('prospects', id), {}, signal),
    // What was sent becomes a customer within the second.
    refetchInterval: (query) => (query.state.data?.state === 'sent' ? 500 : false),
  });

export const knownQuery = (typed: { name: string; document: string; mobile: string }) =>
  queryOptions({
    queryKey: ['prospects', 'check', typed],
    queryFn: ({ signal }) => post<ProspectKnown>('/api/prospects/check', typed, signal),
    enabled: typed.name.length > 1 || typed.document.length > 14 || typed.mobile.length > 10,
    staleTime: 30_000,
  });

export const saveProspect = (id: string | null, draft: ProspectDraft) => (id === null ? post<Prospect>('/api/prospects', draft) : put<Prospect>(pathOf('prospects', id), draft));

export const convertProspect = (id: string) => post<Prospect>(pathOf('prospects', id, 'convert'));

export const joinProspect = (id: string, number: string) => post<Prospect>(pathOf('prospects', id, 'join'), { number });

export const dropProspect = (id: string) => remove<Prospect>(pathOf('prospects', id));
