import { queryOptions } from '@tanstack/react-query';
import { get } from './client.ts';

export interface Proposal {
  id: number;
  kind: string;
  subject: string;
  unit: string;
  maker: string;
  createdAt: string;
  expiresAt: string;
  state: string;
  mine: boolean;
  mayDecide: boolean;
  /** JSON, or empty where nothing was. */
  before: string;
  after: string;
  reason: string;
  checker?: string | null;
  decidedAt?: string | null;
  note: string;
}

export const approvalsQuery = (state: 'open' | 'done') =>
  queryOptions({
    queryKey: ['approvals', state],
    queryFn: ({ signal }) => get<Proposal[]>('/api/approvals', { state }, signal),
  });

export interface AuditCheck {
  ok: boolean;
  rows: number;
  faults: readonly { trail: string; id: number; what: string }[];
}

export interface ApiKey {
  id: string;
  name: string;
  permissions: readonly string[];
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  revokedAt?: string | null;
  usedAt?: string | null;
}

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => get<ApiKey[]>('/api/keys', {}, signal),
});
