import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post } from './client.ts';
import type { Effect } from './lists.ts';
import type { components } from './schema.d.ts';

export type PoolAllowance = components['schemas']['PoolAllowance'];
export type PoolRule = components['schemas']['PoolRule'];

// Under the list's key, so that a claim asks for it again.
export const poolQuery = queryOptions({
  queryKey: ['list', 'pool', 'allowance'],
  queryFn: ({ signal }) => get<PoolAllowance[]>('/api/pool', {}, signal),
});

export const claim = (id: string) => post<Effect>(pathOf('lists', 'pool', 'actions', 'claim'), { ids: [id], preview: false, arguments: {} });
