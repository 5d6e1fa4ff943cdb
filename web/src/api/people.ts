import { queryOptions } from '@tanstack/react-query';
import { get, pathOf } from './client.ts';
import { rowsQuery, type Filter } from './lists.ts';
import type { BothLanguages, Fields } from './session.ts';

export type Reach = 'own' | 'unit' | 'entity' | 'province';

export interface Post {
  id: string | number;
  role: string;
  roleName?: BothLanguages;
  unit: string;
  unitName: string;
  from: string;
  to?: string | null;
}

export interface Cover {
  id: number | string;
  deputy: string;
  from: string;
  to: string;
  reason: string;
}

export interface User {
  userName: string;
  name: string;
  mobile?: string | null;
  email?: string | null;
  state: string;
  totp?: boolean;
  posts: readonly Post[];
  covers?: readonly Cover[];
  lastSeenAt?: string | null;
}

/** People by a part of their name or of their user name, which mostly are in small letters. */
export function peopleNamed(text: string): Filter | undefined {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const spellings = [...new Set([wanted, wanted.toLowerCase()])];
  return { or: [{ column: 'name', op: 'contains', value: wanted }, ...spellings.map((value) => ({ column: 'userName', op: 'contains' as const, value }))] };
}

/** As many as one looks through before typing more. */
const choices = 20;

export function peopleQuery(text: string) {
  const filter = peopleNamed(text);
  return rowsQuery('users', { ...(filter === undefined ? {} : { filter }), columns: ['id', 'userName', 'name', 'unit'], limit: choices });
}

export const userQuery = (userName: string) =>
  queryOptions({
    queryKey: ['user', userName],
    queryFn: ({ signal }) => get<User>(pathOf('users', userName), {}, signal),
  });

export interface Grant {
  permission: string;
  reach: Reach;
  role: string;
  unit: string;
  unitName: string;
  coverFor?: string | null;
  until?: string | null;
  rows: { all?: boolean; entities: readonly string[]; units: readonly string[]; managers: readonly string[]; places: readonly string[] };
}

export interface Rights {
  fields: Fields;
  grants: readonly Grant[];
}

/** Of somebody, or, without a name, one's own. */
export const rightsQuery = (userName: string | null) =>
  queryOptions({
    queryKey: ['rights', userName ?? ''],
    queryFn: ({ signal }) => get<Rights>(userName === null ? '/api/me/rights' : pathOf('users', userName, 'rights'), {}, signal),
  });

export interface Role {
  id: string;
  name: BothLanguages;
  shipped: boolean;
  grants: Readonly<Record<string, Reach>>;
  fields: Fields;
  /** Who has it in a post. */
  people?: number;
}

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => get<Role[]>('/api/roles', {}, signal),
  staleTime: 60_000,
});

export interface PermissionInfo {
  name: string;
  /** Whether it matters whose rows: only then a reach narrower than the province makes sense. */
  rows: boolean;
  stepUp: boolean;
}

export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: ({ signal }) => get<PermissionInfo[]>('/api/permissions', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
