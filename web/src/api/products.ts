import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, put, remove, upload } from './client.ts';
import type { Filter, RowsPage } from './lists.ts';
import type { components } from './schema.d.ts';
import type { BothLanguages } from './session.ts';

type Schemas = components['schemas'];

export type ProductTerms = Omit<Schemas['ProductTerms'], 'eligibility'> & { eligibility: Filter | null };
export type RateTier = Schemas['RateTier'];
export type ProductVersion = Omit<Schemas['ProductVersionView'], 'terms'> & { terms: ProductTerms };
export type ProductFile = Schemas['ProductFileView'];
export type Product = Omit<Schemas['ProductView'], 'versions' | 'draft'> & { versions: readonly ProductVersion[]; draft: ProductTerms | null };
export type ProductDraft = Omit<Schemas['ProductBody'], 'draft'> & { draft: ProductTerms | null };
export type SuitableProduct = Omit<Schemas['SuitableProduct'], 'unfulfilled'> & { unfulfilled: readonly Filter[] };
export type SuitableProducts = Omit<Schemas['SuitableProducts'], 'products'> & { products: readonly SuitableProduct[] };

/** A product as others refer to it. */
export interface ProductName {
  code: string;
  kind: string;
  name: BothLanguages;
  risk: string;
}

/** What is on sale where the caller works: at most as many as a page of a list has. */
export const productsOnSaleQuery = queryOptions({
  queryKey: ['list', 'products', 'on-sale'],
  queryFn: async ({ signal }): Promise<ProductName[]> => {
    const asked = { filter: { column: 'state', op: 'eq', value: 'on-sale' }, sort: [{ column: 'code', descending: false }], columns: ['code', 'kind', 'nameZh', 'nameEn', 'risk'], limit: 200 };
    const { rows } = await post<RowsPage>('/api/lists/products/rows', asked, signal);
    const text = (cell: unknown) => (typeof cell === 'string' ? cell : '');
    return rows.map(({ cells }) => ({ code: text(cells['code']), kind: text(cells['kind']), name: { zh: text(cells['nameZh']), en: text(cells['nameEn']) }, risk: text(cells['risk']) }));
  },
  staleTime: 5 * 60_000,
});

export const productQuery = (code: string) =>
  queryOptions({ queryKey: ['product', code], queryFn: ({ signal }) => get<Product>(pathOf('products', code), {}, signal) });

/** Under the party's key, so that a change of the customer asks for it again. */
export const suitableQuery = (number: string, entity: string | null) =>
  queryOptions({
    queryKey: ['party', number, 'products', entity],
    queryFn: ({ signal }) => get<SuitableProducts>(pathOf('customers', number, 'products'), entity === null ? {} : { entity }, signal),
  });

export const saveProduct = (code: string | null, draft: ProductDraft) => (code === null ? post<Product>('/api/products', draft) : put<Product>(pathOf('products', code), draft));

export const stepProduct = (code: string, step: 'publish' | 'withdraw' | 'sell', version: number) => post<Product>(pathOf('products', code, step), { version });

export async function attachFile(code: string, file: File, onProgress: (part: number) => void): Promise<void> {
  const form = new FormData();
  form.append('file', file, file.name);
  await upload(pathOf('products', code, 'files'), form, onProgress);
}

export const fileOf = (code: string, id: number) => pathOf('products', code, 'files', String(id));

export const removeFile = (code: string, id: number) => remove(fileOf(code, id));
