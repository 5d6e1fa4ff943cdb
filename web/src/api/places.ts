import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiError, get, post, put } from './client.ts';

export interface Bookmark {
  to: string;
  title: string;
}

interface Mine {
  favourites: readonly Bookmark[];
  recents: readonly Bookmark[];
}

export const bookmarksQuery = queryOptions({
  queryKey: ['me', 'places'],
  queryFn: ({ signal }) => get<Mine>('/api/me/places', {}, signal),
  staleTime: 60_000,
});

export function useFavourite(to: string, title: string) {
  const client = useQueryClient();
  const { data } = useQuery(bookmarksQuery);
  const on = data?.favourites.some((each) => each.to === to) === true;
  const change = useMutation({
    mutationFn: (wanted: boolean) => put<void>('/api/me/favourites', { to, title, on: wanted }),
    // The star answers at once; the server's word follows.
    onMutate: (wanted) => {
      client.setQueryData(bookmarksQuery.queryKey, (mine) =>
        mine === undefined ? mine : { ...mine, favourites: [...mine.favourites.filter((each) => each.to !== to), ...(wanted ? [{ to, title }] : [])] },
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: bookmarksQuery.queryKey }),
  });
  return { on, known: data !== undefined, toggle: () => change.mutate(!on) };
}

/** Notes that one was here. To lose such a note costs nothing. */
export function useRecent(to: string, title: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (title === undefined) return;
    post<void>('/api/me/recents', { to, title }).then(
      () => client.invalidateQueries({ queryKey: bookmarksQuery.queryKey }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
      },
    );
  }, [client, to, title]);
}
