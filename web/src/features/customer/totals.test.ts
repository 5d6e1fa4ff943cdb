import { describe, expect, it } from 'vitest';
import type { Holding } from '../../api/customers.ts';
import { monthsOf, totalsOf } from './totals.ts';

const holding = (over: Partial<Holding>): Holding => ({
  system: 'CBS', account: '1', kind: 'deposit', product: 'DP0101', title: '', currency: 'CNY', state: 'open', unit: '2305210102', unitName: '', balance: 100, amount: null, overdue: 0,
  rate: 0, opened: null, matures: null, guarantee: '', at: '2026-06-01T15:59:59Z', days: [], months: [], ...over,
});

describe('WEB-20 sums of holdings', () => {
  it('counts what is open in the own currency, in the order in which people ask', () => {
    const all = [holding({ kind: 'loan', balance: 5 }), holding({}), holding({ balance: 50 }), holding({ currency: 'USD' }), holding({ state: 'closed' })];
    expect(totalsOf(all)).toEqual([{ kind: 'deposit', count: 2, balance: 150 }, { kind: 'loan', count: 1, balance: 5 }]);
  });

  it('counts channels and sums nothing of them', () => {
    const all = [holding({ kind: 'channel', balance: null, amount: 5 }), holding({}), holding({ kind: 'channel', balance: null }), holding({ kind: 'channel', balance: null, state: 'closed' })];
    expect(totalsOf(all)).toEqual([{ kind: 'deposit', count: 1, balance: 100 }, { kind: 'channel', count: 2, balance: null }]);
  });

  it('adds the accounts of a kind month by month and ends with the newest day of those that are open', () => {
    const months = [{ day: '2026-04-30', balance: 10 }, { day: '2026-05-31', balance: 20 }];
    const all = [holding({ months, days: [{ day: '2026-06-01', balance: 30 }] }), holding({ months: months.slice(1), days: [{ day: '2026-06-01', balance: 1 }], state: 'closed' })];
    expect(monthsOf(all)).toEqual([{ kind: 'deposit', points: [['2026-04-30', 10], ['2026-05-31', 40], ['2026-06-01', 30]] }]);
  });
});
