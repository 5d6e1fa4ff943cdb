import type { DashboardScope, DashboardView, TrendView } from '../../api/dashboards.ts';
import { addressOf } from './addresses.ts';

export const measures = ['customers', 'deposits', 'loans'] as const;

export type Measure = (typeof measures)[number];

/** What a scope had at the end of a month, or has now; null where nothing is known. The address is the list of the customers who count. */
export type Moment = Readonly<Record<Measure, number | null>> & { day: string; address: string };

/** The ends of twelve months and today, oldest first. The last two are the figures beside the trend: both are read at the same moment. */
export function momentsOf(view: DashboardView, trend: TrendView, scope: DashboardScope): Moment[] {
  const { base } = view;
  const ends = trend.points.map((point): Moment => {
    const next = dayAfter(point.end);
    const address = addressOf('before', { ...view, monthStart: next }, scope);
    const compared = next === view.monthStart;
    const of = (known: number | null, before: number | null) => (compared && view.beforeKnown && known !== null ? before : known);
    return { day: point.end, address, customers: compared ? base.customers - base.opened : point.customers, deposits: of(point.deposits, base.depositsBefore), loans: of(point.loans, base.loansBefore) };
  });
  return [...ends, { day: view.today, address: addressOf('customers', view, scope), customers: base.customers, deposits: base.deposits, loans: base.loans }];
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
