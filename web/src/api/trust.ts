import { queryOptions } from '@tanstack/react-query';
import { get } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Proposal = Schemas['ProposalView'];
export type AuditCheck = Schemas['AuditCheck'];
export type ApiKey = Schemas['ApiKeyView'];

export const approvalsQuery = (state: 'open' | 'done') =>
  queryOptions({
    queryKey: ['approvals', state],
    queryFn: ({ signal }) => get<Proposal[]>('/api/approvals', { state }, signal),
  });

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => get<ApiKey[]>('/api/keys', {}, signal),
});
