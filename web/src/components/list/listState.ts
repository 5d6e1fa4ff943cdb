import type { Filter, ListDescription, Sort, View, ViewState } from '../../api/lists.ts';
import { allOf, quickFilter, tidy, typed } from './filter.ts';
import { readFilter, writeFilter } from './filterText.ts';

/** All that a list shows, as its address says it: what one shares, bookmarks, and comes back to. */
export interface ListState {
  /** What is typed into the search box. */
  text: string;
  filter: Filter | undefined;
  /** Undefined: as the server describes. */
  sort: readonly Sort[] | undefined;
  columns: readonly string[] | undefined;
  view: string | undefined;
  /** Where the page starts (or ends), by the server's cursor. */
  after: string | undefined;
  before: string | undefined;
  /** The row in the side panel. */
  open: string | undefined;
}

export const emptyState: ListState = {
  text: '', filter: undefined, sort: undefined, columns: undefined, view: undefined, after: undefined, before: undefined, open: undefined,
};

export function readState(search: URLSearchParams): ListState {
  const get = (name: string) => search.get(name) ?? undefined;
  const filter = get('f');
  const sort = get('sort')?.split(',').flatMap(readSort);
  const columns = get('cols')?.split(',').filter((name) => name !== '');
  return {
    text: get('q') ?? '',
    filter: filter === undefined ? undefined : readFilter(filter),
    sort: sort === undefined || sort.length === 0 ? undefined : sort,
    columns: columns === undefined || columns.length === 0 ? undefined : columns,
    view: get('view'),
    after: get('after'),
    before: get('before'),
    open: get('open'),
  };
}

/** With what a browser leaves alone in an address left readable. Other parts of the address are kept. */
export function writeState(state: ListState, rest: URLSearchParams = new URLSearchParams()): string {
  const parts: [string, string | undefined][] = [
    ...[...rest].filter(([name]) => !own.has(name)),
    ['view', state.view],
    ['q', state.text.trim()],
    ['f', state.filter === undefined ? undefined : writeFilter(state.filter)],
    ['sort', state.sort?.map((each) => `${each.column}.${each.descending ? 'desc' : 'asc'}`).join(',')],
    ['cols', state.columns?.join(',')],
    ['after', state.after],
    ['before', state.before],
    ['open', state.open],
  ];
  const text = parts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : `${name}=${readable(value)}`)).join('&');
  return text === '' ? '' : `?${text}`;
}

const own = new Set(['view', 'q', 'f', 'sort', 'cols', 'after', 'before', 'open']);

function readable(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%20', '+');
}

function readSort(text: string): Sort[] {
  const [, column, direction] = /^([\w-]+)\.(asc|desc)$/.exec(text) ?? [];
  return column === undefined ? [] : [{ column, descending: direction === 'desc' }];
}

/** Another question starts at its first page, and nothing of the old page stays open. */
export function asked(state: ListState, part: Partial<ListState>): ListState {
  return { ...state, after: undefined, before: undefined, open: undefined, ...part };
}

/** The first click sorts upwards, the second downwards, the third goes back to how the list comes. */
export function sortedBy(sort: readonly Sort[] | undefined, column: string): readonly Sort[] | undefined {
  const [first] = sort ?? [];
  if (first?.column !== column) return [{ column, descending: false }];
  return first.descending ? undefined : [{ column, descending: true }];
}

export function viewed(state: ListState, view: View | undefined): ListState {
  return asked(state, {
    text: '',
    view: view?.id,
    filter: view?.state.filter ?? undefined,
    sort: view?.state.sort ?? undefined,
    columns: view?.state.columns ?? undefined,
  });
}

/** What is kept when a state is saved as a view. */
export function keptOf({ filter, sort, columns }: ListState): ViewState {
  return { ...(filter === undefined ? {} : { filter }), ...(sort === undefined ? {} : { sort }), ...(columns === undefined ? {} : { columns }) };
}

export function differs(state: ListState, view: View): boolean {
  const plain = (kept: ViewState) => JSON.stringify([tidy(kept.filter) ?? null, kept.sort ?? null, kept.columns ?? null]);
  return plain(keptOf(state)) !== plain(view.state);
}

/** What is typed into a list's search box, as a filter. */
export type Search = (text: string, description: ListDescription) => Filter | undefined;

export function effectiveFilter(state: ListState, description: ListDescription, search: Search = quickFilter): Filter | undefined {
  const filter = allOf(search(state.text, description), tidy(state.filter));
  return filter === undefined ? undefined : typed(filter, description.columns);
}

/** The chosen columns in the chosen order; those that the server no longer has are gone. */
export function columnsOf({ columns }: ListState, description: ListDescription) {
  const chosen = (columns ?? []).flatMap((name) => description.columns.find((column) => column.name === name) ?? []);
  return chosen.length > 0 ? chosen : description.columns.filter((column) => column.default);
}
