import type { Filter } from '../../api/lists.ts';
import type { ForecastCell, ForecastScope } from '../../api/opportunities.ts';
import { writeFilter } from '../../components/list/filterText.ts';

/** The last day of a month, YYYY-MM. */
export function lastOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** Which days a column of the forecast stands for. */
function daysOf(month: string, months: readonly string[]): Filter[] {
  const [first = '', ...rest] = months.filter((each) => /^\d/.test(each));
  if (month === 'none') return [{ column: 'expected', op: 'empty' }];
  if (month === 'late') return [{ column: 'expected', op: 'notEmpty' }, { column: 'expected', op: 'lt', value: `${first}-01` }];
  if (month === 'later') return [{ column: 'expected', op: 'gt', value: lastOf(rest.at(-1) ?? first) }];
  return [{ column: 'expected', op: 'between', value: [`${month}-01`, lastOf(month)] }];
}

/** What a figure opens: the list with the same conditions, so that its sums are the figure. */
export function listOf(scope: ForecastScope, months: readonly string[], month: string | null, where: Filter | null, won = false): string {
  const within = (['pipeline', 'entity', 'unit'] as const).flatMap((column) => (scope[column] === '' ? [] : [{ column, op: 'eq' as const, value: scope[column] }]));
  const when: Filter[] = won ? [{ column: 'closedAt', op: 'gte', value: `${month ?? ''}-01` }] : month === null ? [] : daysOf(month, months);
  const all: Filter[] = [{ column: 'state', op: 'eq', value: won ? 'won' : 'open' }, ...within, ...(where === null ? [] : [where]), ...when];
  const [only] = all;
  return `/opportunities/list?f=${encodeURIComponent(writeFilter(all.length === 1 && only !== undefined ? only : { and: all }))}`;
}

/** Cells of one row by month, and their sum. */
export function rowsOf(cells: readonly ForecastCell[]): { key: string; by: ReadonlyMap<string, ForecastCell>; count: number; weighted: number }[] {
  const keys = [...new Set(cells.map((cell) => cell.key))];
  return keys.map((key) => {
    const own = cells.filter((cell) => cell.key === key);
    return { key, by: new Map(own.map((cell) => [cell.month, cell])), count: own.reduce((sum, cell) => sum + cell.count, 0), weighted: own.reduce((sum, cell) => sum + (cell.weighted ?? 0), 0) };
  });
}
