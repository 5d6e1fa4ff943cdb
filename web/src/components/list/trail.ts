import type { ListRow, RowsRequest } from '../../api/lists.ts';

/** Columns that say which row it is: always asked for, whatever is shown. */
export const namingColumns: readonly string[] = ['number', 'userName', 'name'];

/** What a row's record is called in addresses: the number or the user name of what it is about, where the list has one. */
export const recordOf = (row: ListRow): string => String(row.cells['number'] ?? row.cells['userName'] ?? row.id);

/** What a list showed last, so that a record can lead to the one before and after it. Numbers of rows only; gone with the browser's tab. */
export interface Trail {
  address: string;
  request: RowsRequest;
  ids: readonly string[];
  next: string | null;
  previous: string | null;
}

const keyOf = (list: string) => `granary.trail.${list}`;

// Kept in memory where the browser forbids storage.
const kept = new Map<string, Trail>();

export function keepTrail(list: string, trail: Trail): void {
  kept.set(list, trail);
  try {
    // The filter may hold what somebody typed, such as a phone number: it stays out of the browser's storage.
    const { filter: _, ...request } = trail.request;
    sessionStorage.setItem(keyOf(list), JSON.stringify({ ...trail, address: trail.address.split('?')[0], request, next: null, previous: null }));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

export function readTrail(list: string): Trail | null {
  const here = kept.get(list);
  if (here !== undefined) return here;
  try {
    const stored = sessionStorage.getItem(keyOf(list));
    return stored === null ? null : (JSON.parse(stored) as Trail);
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
}

export type Neighbour = { id: string } | { cursor: { after: string } | { before: string } } | null;

/** The row before or after one in what the list showed: itself, or the cursor of the page where it is. */
export function neighbourOf(trail: Trail | null, id: string, step: 1 | -1): Neighbour {
  const index = trail?.ids.indexOf(id) ?? -1;
  if (trail === null || index < 0) return null;
  const found = trail.ids[index + step];
  if (found !== undefined) return { id: found };
  if (step === 1) return trail.next === null ? null : { cursor: { after: trail.next } };
  return trail.previous === null ? null : { cursor: { before: trail.previous } };
}
