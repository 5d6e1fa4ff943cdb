import { queryOptions } from '@tanstack/react-query';
import { ApiError, get, put } from './client.ts';

export type Digest = 'none' | 'daily';

/** What one may change about oneself. */
export interface Profile {
  userName: string;
  name: string;
  mobile: string | null;
  email: string | null;
  language: string | null;
  theme?: string | null;
  notifications: { muted: readonly string[]; digest: Digest };
}

export const profileQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<Profile>('/api/me', {}, signal),
});

/** The looks go into the profile so that they follow one to the next machine. This browser keeps them anyway: a failure costs nothing. */
export async function keepLooks(looks: { language: string; theme: string }): Promise<void> {
  try {
    await put('/api/me', { ...(await get<Profile>('/api/me')), ...looks });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
