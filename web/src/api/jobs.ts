import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, pathOf } from './client.ts';

export interface Job {
  id: string;
  kind: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number;
  file?: string | null;
  problem?: string | null;
}

export const isOver = (job: Job): boolean => job.state !== 'waiting' && job.state !== 'running';

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: ({ signal }) => get<Job>(pathOf('jobs', id), {}, signal),
    refetchInterval: (query) => (query.state.data !== undefined && isOver(query.state.data) ? false : 800),
  });

const followedKey = ['jobs', 'followed'];

/** The jobs that were started in this browser window and not put away yet. */
export function useFollowedJobs(): readonly string[] {
  const { data } = useQuery<readonly string[]>({ queryKey: followedKey, queryFn: () => [], initialData: [], enabled: false, gcTime: Number.POSITIVE_INFINITY });
  return data;
}

export function useFollowJob(): (id: string, on?: boolean) => void {
  const client = useQueryClient();
  return (id, on = true) => {
    client.setQueryData<readonly string[]>(followedKey, (ids = []) => (on ? [...ids, id] : ids.filter((each) => each !== id)));
  };
}
