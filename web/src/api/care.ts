import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, put } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Policy = Required<Schemas['Policy']>;
export type PolicyOf = Omit<Schemas['PolicyView'], 'rules'> & { rules: Policy };
export type TierCount = Schemas['TierCount'];
export type Wish = Schemas['Wish'];

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => get<PolicyOf[]>('/api/policies', {}, signal),
});

export const setPolicy = (entity: string, rules: Policy, preview: boolean) => post<TierCount[]>('/api/policies', { entity, rules, preview });

export const wishesQuery = (number: string) =>
  queryOptions({ queryKey: ['customer', number, 'wishes'], queryFn: ({ signal }) => get<Wish[]>(pathOf('customers', number, 'wishes'), {}, signal) });

export const setWish = (number: string, wish: Wish) => put<void>(pathOf('customers', number, 'wishes'), wish);
