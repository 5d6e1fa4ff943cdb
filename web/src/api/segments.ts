import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, put, remove } from './client.ts';
import type { Effect, Filter } from './lists.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Tag = Schemas['TagView'];
export type Segment = Omit<Schemas['SegmentView'], 'filter' | 'kind'> & { kind: SegmentKind; filter: Filter | null };
export type SegmentKind = 'dynamic' | 'static' | 'file' | 'combined';
export type Combination = Schemas['Combination'];
export type Reconciliation = Schemas['Reconciliation'];

export interface SegmentDraft {
  name: string;
  kind: SegmentKind;
  shared: boolean;
  filter?: Filter;
  of?: Combination;
}

export const tagsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: ({ signal }) => get<Tag[]>('/api/tags', {}, signal),
  staleTime: 60_000,
});

export const segmentsQuery = queryOptions({
  queryKey: ['segments'],
  queryFn: ({ signal }) => get<Segment[]>('/api/segments', {}, signal),
  staleTime: 60_000,
});

export const reconciliationQuery = (id: string) =>
  queryOptions({ queryKey: ['segments', id, 'file'], queryFn: ({ signal }) => get<Reconciliation>(pathOf('segments', id, 'file'), {}, signal) });

export const addTag = (name: string, entity: string | null) => post<Tag>('/api/tags', { name, entity });

export const saveSegment = (id: string | null, draft: SegmentDraft) =>
  id === null ? post<Segment>('/api/segments', draft) : put<Segment>(pathOf('segments', id), draft);

export const removeSegment = (id: string) => remove(pathOf('segments', id));

export const fillSegment = (id: string, file: Blob) => put<Reconciliation>(pathOf('segments', id, 'file'), file);

/** Gives one customer a tag, or takes it away, in every legal entity where the caller sees them. */
export const tagCustomer = (number: string, tag: string, on: boolean) =>
  post<Effect>(pathOf('lists', 'customers', 'actions', on ? 'tag' : 'untag'), { filter: { column: 'number', op: 'eq', value: number }, preview: false, arguments: { tags: tag } });
