import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, put } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Article = Schemas['ArticleView'];
export type ArticleContent = Schemas['ArticleContent'];
export type ArticleLink = Schemas['ArticleLink'];
export type ArticleHit = Schemas['ArticleHit'];
export type TextPart = Schemas['TextPart'];
export type RelatedArticle = Schemas['RelatedArticle'];
export type ArticleDraft = Schemas['ArticleBody'];

export const searchQuery = (q: string, kind: string) =>
  queryOptions({
    queryKey: ['article', 'search', q, kind],
    queryFn: ({ signal }) => get<ArticleHit[]>('/api/articles', kind === '' ? { q } : { q, kind }, signal),
    enabled: q !== '',
    staleTime: 60_000,
  });

export const articleQuery = (id: string) => queryOptions({ queryKey: ['article', id], queryFn: ({ signal }) => get<Article>(pathOf('articles', id), {}, signal) });

/** What an article can be linked to. */
export type Related = { links: readonly ArticleLink[] } | { customer: string };

export const relatedQuery = (to: Related) =>
  queryOptions({
    queryKey: ['article', 'related', to],
    queryFn: ({ signal }) =>
      'customer' in to
        ? get<RelatedArticle[]>(pathOf('customers', to.customer, 'articles'), {}, signal)
        : get<RelatedArticle[]>(`/api/related-articles?${to.links.map(({ kind, key }) => `to=${encodeURIComponent(`${kind}:${key}`)}`).join('&')}`, {}, signal),
    staleTime: 5 * 60_000,
  });

export const saveArticle = (id: string | null, draft: ArticleDraft) => (id === null ? post<Article>('/api/articles', draft) : put<Article>(pathOf('articles', id), draft));

export const stepArticle = (id: string, step: 'publish' | 'withdraw', version: number) => post<Article>(pathOf('articles', id, step), { version });
