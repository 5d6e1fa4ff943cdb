import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, put } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type HoldingKind = 'deposit' | 'loan' | 'card' | 'wealth' | 'agency' | 'channel';
export type Holding = Omit<Schemas['HoldingView'], 'kind'> & { kind: HoldingKind };
export type Balance = Schemas['BalanceView'];
export type CustomerIn = Schemas['CustomerIn'];
export type Customer = Schemas['CustomerView'];
export type Circle = Schemas['CircleView'];
export type CircleSum = Schemas['CircleSum'];
export type Activity = Schemas['ActivityView'];

// All under the party's key, so that a change of the customer asks for them again.

export const customerQuery = (number: string) =>
  queryOptions({ queryKey: ['party', number, 'customer'], queryFn: ({ signal }) => get<Customer>(pathOf('customers', number), {}, signal) });

export const holdingsQuery = (number: string) =>
  queryOptions({ queryKey: ['party', number, 'holdings'], queryFn: ({ signal }) => get<Holding[]>(pathOf('customers', number, 'holdings'), {}, signal) });

export const circleQuery = (number: string) =>
  queryOptions({ queryKey: ['party', number, 'circle'], queryFn: ({ signal }) => get<Circle>(pathOf('customers', number, 'circle'), {}, signal) });

export const timelineQuery = (number: string) =>
  infiniteQueryOptions({
    queryKey: ['party', number, 'timeline'],
    queryFn: ({ signal, pageParam }) => get<Schemas['TimelinePage']>(pathOf('customers', number, 'timeline'), { after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page: Schemas['TimelinePage']) => page.next ?? undefined,
  });

export const setAssistants = (number: string, entity: string, assistants: readonly { person: string; share: number }[]) => post<void>(pathOf('customers', number, 'assistants'), { entity, assistants });

export const followCustomer = (number: string, on: boolean) => put<void>(pathOf('customers', number, 'followed'), { on });
