import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { address, get, pathOf } from './client.ts';
import type { Change, DeliveryRow, Figures, MessageDetail, MessageRow, Party, PartyRow, Relative, SystemStatus } from './types.ts';

export const systemsQuery = queryOptions({
  queryKey: ['systems'],
  queryFn: ({ signal }) => get<SystemStatus[]>('/api/systems', {}, signal),
});

export const figuresQuery = queryOptions({
  queryKey: ['figures'],
  queryFn: ({ signal }) => get<Figures>('/api/figures', {}, signal),
  refetchInterval: 5_000,
});

/** Search never pages: whoever sees 50 customers types another character. */
export const partyLimit = 50;

export const partiesQuery = (q: string) =>
  queryOptions({
    queryKey: ['parties', q],
    queryFn: ({ signal }) => get<PartyRow[]>('/api/parties', { q, limit: partyLimit }, signal),
  });

export const partyQuery = (number: string) =>
  queryOptions({
    queryKey: ['party', number],
    queryFn: ({ signal }) => get<Party>(`/api/parties/${encodeURIComponent(number)}`, {}, signal),
  });

/** Under the party's key, so that a change of the customer asks for both again. */
export const relativesQuery = (number: string) =>
  queryOptions({
    queryKey: ['party', number, 'relatives'],
    queryFn: ({ signal }) => get<Relative[]>(pathOf('parties', number, 'relatives'), {}, signal),
  });

export interface MessageFilter {
  system?: string | undefined;
  direction?: string | undefined;
  outcome?: string | undefined;
  q?: string | undefined;
}

export const messagePage = 50;

export const messagesQuery = (filter: MessageFilter) =>
  infiniteQueryOptions({
    queryKey: ['messages', filter],
    queryFn: ({ signal, pageParam }) => get<MessageRow[]>('/api/messages', { ...filter, before: pageParam, limit: messagePage }, signal),
    initialPageParam: '',
    getNextPageParam: (page: MessageRow[]) => {
      const last = page.at(-1);
      return last === undefined || page.length < messagePage ? undefined : last.cursor;
    },
  });

export const messageQuery = (direction: string, system: string, id: string) =>
  queryOptions({
    queryKey: ['message', direction, system, id],
    queryFn: ({ signal }) =>
      get<MessageDetail>(`/api/messages/${direction}/${encodeURIComponent(system)}/${encodeURIComponent(id)}`, {}, signal),
  });

export const deadQuery = (system: string | undefined) =>
  queryOptions({
    queryKey: ['deliveries', 'dead', system ?? ''],
    queryFn: ({ signal }) => get<DeliveryRow[]>('/api/deliveries', { state: 'dead', system }, signal),
    refetchInterval: 10_000,
  });

/** The latest messages about one (system, key) or one party; follows a demo change on its way. */
export const recentMessages = (query: { system?: string; q: string }) =>
  get<MessageRow[]>(address('/api/messages', { ...query, limit: 40 }));

export const latestChanges = (limit: number) => get<Change[]>('/api/changes', { limit });
