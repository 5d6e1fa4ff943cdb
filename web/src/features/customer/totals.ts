import type { Holding, HoldingKind } from '../../api/customers.ts';

/** The order in which people ask for them. */
const order: readonly HoldingKind[] = ['deposit', 'loan', 'wealth', 'card', 'agency', 'channel'];

/** What is open in the bank's own currency, by kind; a kind of which there is nothing is left out, and channels have no sum. */
export function totalsOf(holdings: readonly Holding[]): { kind: HoldingKind; count: number; balance: number | null }[] {
  const open = holdings.filter((each) => each.state !== 'closed' && each.currency === 'CNY');
  return order
    .map((kind) => ({ kind, of: open.filter((each) => each.kind === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => ({ kind, count: of.length, balance: of.every((each) => each.balance === null) ? null : of.reduce((sum, each) => sum + (each.balance ?? 0), 0) }));
}

/** The sums of each kind at the ends of months and today; of an account of which a month is not known nothing is counted. */
export function monthsOf(holdings: readonly Holding[]): { kind: HoldingKind; points: [string, number][] }[] {
  return (['deposit', 'loan', 'wealth'] as const)
    .map((kind) => {
      const sums = new Map<string, number>();
      for (const each of holdings.filter((holding) => holding.kind === kind && holding.currency === 'CNY')) {
        const last = each.days.at(-1);
        for (const { day, balance } of [...each.months, ...(last === undefined || each.state === 'closed' ? [] : [last])]) sums.set(day, (sums.get(day) ?? 0) + balance);
      }
      return { kind, points: [...sums].sort(([a], [b]) => a.localeCompare(b)) };
    })
    .filter(({ points }) => points.length > 1);
}
