import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Handover = Schemas['HandoverView'];
export type HandoverPreview = Schemas['HandoverPreview'];
export type HandoverRequest = Schemas['HandoverRequest'];
export type Review = Schemas['ReviewView'];

export const handoversQuery = queryOptions({
  queryKey: ['handovers'],
  queryFn: ({ signal }) => get<Handover[]>('/api/handovers', {}, signal),
  // What is under way is done within seconds.
  refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'running' || state === 'undoing') === true ? 1_000 : false),
});

export const makeHandover = (request: HandoverRequest, signal?: AbortSignal) => post<HandoverPreview>('/api/handovers', request, signal);

export const undoHandover = (id: number) => post(pathOf('handovers', String(id), 'undo'));

export const reviewsQuery = queryOptions({ queryKey: ['reviews'], queryFn: ({ signal }) => get<Review[]>('/api/customers/reviews', {}, signal) });

export const decideReviews = (ids: readonly number[], over: boolean) => post('/api/customers/reviews', { ids, over });
