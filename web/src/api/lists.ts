import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ApiError, get, pathOf, post } from './client.ts';
import type { BothLanguages, DataClass } from './session.ts';

/** The one list engine: what a list offers, its rows, its views. The server describes; the page shows what is described. */

export type ColumnType = 'text' | 'number' | 'money' | 'date' | 'time' | 'code' | 'bool';
export type Operator = 'eq' | 'ne' | 'in' | 'contains' | 'starts' | 'gt' | 'gte' | 'lt' | 'lte' | 'between' | 'empty' | 'notEmpty';

export type Scalar = string | number | boolean;
export interface Condition {
  column: string;
  op: Operator;
  value?: Scalar | readonly Scalar[];
}
export interface AllOf {
  and: readonly Filter[];
}
export interface AnyOf {
  or: readonly Filter[];
}
export type Filter = Condition | AllOf | AnyOf;

export interface Sort {
  column: string;
  descending: boolean;
}

export interface ListOption {
  value: string;
  label?: string | BothLanguages;
}

export interface ListColumn {
  name: string;
  type: ColumnType;
  class?: DataClass | null;
  sortable: boolean;
  filters: readonly Operator[];
  options?: readonly (string | ListOption)[] | null;
  width?: number | null;
  default: boolean;
  /** There is nothing to show of it: rows are only found by it. */
  filterOnly?: boolean;
}

/** Something that can be done to rows. With `edit` it is not a bulk action but names the columns that can be changed in place. */
export interface ListAction {
  name: string;
  edit?: readonly string[] | null;
}

export interface ListDescription {
  name: string;
  columns: readonly ListColumn[];
  sort: readonly Sort[];
  actions: readonly ListAction[];
  /** Whether the caller may take rows away as a file. */
  export?: boolean;
}

export interface ListRow {
  id: string;
  version?: number | string | null;
  cells: Readonly<Record<string, unknown>>;
}

export interface RowsRequest {
  filter?: Filter;
  sort?: readonly Sort[];
  columns?: readonly string[];
  after?: string;
  before?: string;
  limit: number;
}

export interface RowsPage {
  rows: readonly ListRow[];
  next?: string | null;
  previous?: string | null;
  /** Column → code → name, for the codes in these rows that have one. */
  names?: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
}

export interface Count {
  count: number;
  capped: boolean;
}

/** What a view keeps of a list's state. */
export interface ViewState {
  filter?: Filter | null;
  sort?: readonly Sort[] | null;
  columns?: readonly string[] | null;
}

export interface View {
  id: string;
  name: string;
  shared: boolean;
  mine: boolean;
  state: ViewState;
}

/** What an action did, or would do; with any problem it does nothing. */
export interface Effect {
  affected: number;
  problems: readonly string[];
}

export const listQuery = (list: string) =>
  queryOptions({
    queryKey: ['list', list, 'description'],
    queryFn: ({ signal }) => get<ListDescription>(pathOf('lists', list), {}, signal),
    staleTime: 10 * 60_000,
  });

export const rowsQuery = (list: string, request: RowsRequest) =>
  queryOptions({
    queryKey: ['list', list, 'rows', request],
    queryFn: ({ signal }) => post<RowsPage>(pathOf('lists', list, 'rows'), request, signal),
    // Coming back from a record finds the page as it was; it is asked for again behind that.
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  });

export const countQuery = (list: string, filter: Filter | undefined, exact: boolean) =>
  queryOptions({
    queryKey: ['list', list, 'count', filter ?? null, exact],
    queryFn: ({ signal }) => post<Count>(pathOf('lists', list, 'count'), { ...(filter === undefined ? {} : { filter }), exact }, signal),
    staleTime: 30_000,
  });

export const viewsQuery = (list: string) =>
  queryOptions({
    queryKey: ['list', list, 'views'],
    queryFn: async ({ signal }) => {
      try {
        return await get<View[]>(pathOf('lists', list, 'views'), {}, signal);
      } catch (error) {
        // A list without views is a list all the same.
        if (error instanceof ApiError && error.status === 404) return [];
        throw error;
      }
    },
    staleTime: 60_000,
  });
