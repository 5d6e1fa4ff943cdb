import { queryOptions } from '@tanstack/react-query';
import { get } from './client.ts';

export interface FoundCustomer {
  number: string;
  name: string;
  kind: string;
  document: string | null;
  mobile: string | null;
  unitName: string | null;
}

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => get<{ customers: FoundCustomer[] }>('/api/search', { q, limit: 8 }, signal),
    staleTime: 30_000,
  });
