import type { BaseFigures, DashboardRow } from '../../api/dashboards.ts';

/** Shares, so that large and small ones can be compared. Null where there is nothing to share by, or it is not to be seen. */

export function coverageOf({ customers, contacted }: BaseFigures): number | null {
  return customers === 0 ? null : contacted / customers;
}

export function changeOf({ deposits, depositsBefore }: BaseFigures, known: boolean): number | null {
  return !known || deposits === null || depositsBefore === null ? null : deposits - depositsBefore;
}

export function growthOf(base: BaseFigures, known: boolean): number | null {
  const change = changeOf(base, known);
  return change === null || base.depositsBefore === null || base.depositsBefore <= 0 ? null : change / base.depositsBefore;
}

/** Visits, calls and tasks done this month for every hundred customers. */
export function effortOf({ base, work }: DashboardRow): number | null {
  return work === null || base.customers === 0 ? null : ((work.visits + work.calls + work.done) * 100) / base.customers;
}

/** The best first; who has too few customers to be compared, or nothing to compare, is left out. */
export function ranked(rows: readonly DashboardRow[], of: (row: DashboardRow) => number | null): DashboardRow[] {
  return rows
    .filter((row) => row.ranked && of(row) !== null)
    .sort((a, b) => (of(b) ?? 0) - (of(a) ?? 0));
}
