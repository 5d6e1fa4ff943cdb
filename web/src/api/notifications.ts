import { infiniteQueryOptions } from '@tanstack/react-query';
import { get } from './client.ts';

export interface Notification {
  id: number | string;
  at: string;
  /** Says which text it has, and what can be muted. */
  kind: string;
  arguments?: Readonly<Record<string, string | number>> | null;
  to?: string | null;
  readAt?: string | null;
}

export interface NotificationPage {
  rows: readonly Notification[];
  unread: number;
}

export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal, pageParam }) => get<NotificationPage>('/api/notifications', { before: pageParam }, signal),
  initialPageParam: '' as string | number,
  getNextPageParam: (page: NotificationPage) => (page.rows.length < 50 ? undefined : page.rows.at(-1)?.id),
  staleTime: 30_000,
});
