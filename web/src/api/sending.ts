import { queryOptions } from '@tanstack/react-query';
import { get } from './client.ts';
import type { components } from './schema.d.ts';

export type Channel = components['schemas']['ChannelView'];

/** The channels that messages to customers leave by: looked at again while the page is open. */
export const channelsQuery = queryOptions({
  queryKey: ['sending'],
  queryFn: ({ signal }) => get<Channel[]>('/api/sending', {}, signal),
  refetchInterval: 5_000,
});
