import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { latestChanges } from '../api/queries.ts';
import { notificationsQuery } from '../api/notifications.ts';
import { sessionQuery } from '../api/session.ts';
import { connectLive } from './connectLive.ts';
import { initialLive, reduceLive, type LiveEvent, type LiveState } from './liveState.ts';

/** Server state lives in the query cache, also what arrives by itself. */
const liveKey = ['live'] as const;

export function useLive<T>(select: (state: LiveState) => T): T {
  const { data } = useQuery({
    queryKey: liveKey,
    queryFn: () => initialLive,
    initialData: initialLive,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    select,
  });
  return data;
}

/** Opens the stream for as long as the shell is on the page. What a gap hid is asked for by those who may read the log of changes. */
export function useLiveConnection(): void {
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const reads = session?.permissions.includes('changes.read') ?? false;
  useEffect(
    () =>
      connectLive({
        url: '/api/live',
        backfill: () => (reads ? latestChanges(50) : Promise.resolve([])),
        onEvent: (event) => apply(client, event),
      }),
    [client, reads],
  );
}

function apply(client: QueryClient, event: LiveEvent): void {
  client.setQueryData<LiveState>(liveKey, (state) => reduceLive(state ?? initialLive, event));
  if (event.type === 'systems') client.setQueryData(['systems'], event.systems);
  // An event stream does not say why it ended: it may be the session.
  if (event.type === 'lost') void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  if (event.type === 'notified') {
    void client.invalidateQueries({ queryKey: notificationsQuery.queryKey });
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }
  if (event.type === 'customer') void client.invalidateQueries({ queryKey: ['party', event.partyNumber] });
  if (event.type === 'changes') {
    for (const change of event.changes) {
      void client.invalidateQueries({ queryKey: ['party', change.partyNumber] });
    }
  }
}
