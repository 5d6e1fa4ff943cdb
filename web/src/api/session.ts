import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from './client.ts';

export type FieldSight = 'clear' | 'masked' | 'hidden';
export type DataClass = 'C1' | 'C2' | 'C3';
export type Fields = Readonly<Record<DataClass, FieldSight>>;

/** A name in both languages, as the server keeps it. */
export interface BothLanguages {
  zh: string;
  en: string;
}

export interface SessionPost {
  role: string;
  roleName: BothLanguages;
  unit: string;
  unitName: string;
}

export interface Session {
  userName: string;
  name: string;
  demo: boolean;
  language?: string | null;
  theme?: string | null;
  permissions: readonly string[];
  fields: Fields;
  posts: readonly SessionPost[];
  /** A one-time password was used: a password of one's own comes before everything else. */
  passwordChange: boolean;
  totp: boolean;
  steppedUpUntil?: string | null;
  unread: number;
  /** What pages with personal data carry: name and post, without the time. */
  watermark: string;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => completed(await get<Partial<Session>>('/api/session', {}, signal)),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What a server leaves out counts as the least: no permission, nothing in clear. */
export function completed(said: Partial<Session>): Session {
  const userName = said.userName ?? '';
  return {
    ...said,
    userName,
    name: said.name ?? userName,
    demo: said.demo ?? false,
    permissions: said.permissions ?? [],
    fields: said.fields ?? { C1: 'hidden', C2: 'hidden', C3: 'hidden' },
    posts: said.posts ?? [],
    passwordChange: said.passwordChange ?? false,
    totp: said.totp ?? false,
    unread: said.unread ?? 0,
    watermark: said.watermark ?? userName,
  };
}

/** Whether the person at this browser has a permission for at least some rows. The server decides; this only hides what it would refuse. */
export function useMay(): (permission: string) => boolean {
  const { data } = useQuery(sessionQuery);
  return (permission) => data?.permissions.includes(permission) === true;
}
