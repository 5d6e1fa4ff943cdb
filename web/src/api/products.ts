import { queryOptions } from '@tanstack/react-query';
import { post } from './client.ts';
import type { RowsPage } from './lists.ts';
import type { BothLanguages } from './session.ts';

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
