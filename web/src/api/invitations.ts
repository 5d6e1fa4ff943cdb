import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, remove } from './client.ts';
import type { RowsPage, RowsRequest } from './lists.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Invitation = Schemas['InvitationView'];
export type InvitationBody = Schemas['InvitationBody'];

/** Those that can be asked now, the last changed first. */
export const askedQuery = queryOptions({
  queryKey: ['questionnaires', 'asked'],
  queryFn: ({ signal }) =>
    post<RowsPage>(pathOf('lists', 'questionnaires', 'rows'), { filter: { column: 'state', op: 'eq', value: 'published' }, columns: ['title'], limit: 100 } satisfies RowsRequest, signal),
  staleTime: 30_000,
});

export const invitationQuery = (id: number) =>
  queryOptions({ queryKey: ['invitations', id], queryFn: ({ signal }) => get<Invitation>(pathOf('invitations', String(id)), {}, signal) });

export const invite = (body: Partial<InvitationBody>) => post<Invitation>('/api/invitations', body);

export const withdrawInvitation = (id: number) => remove(pathOf('invitations', String(id)));
