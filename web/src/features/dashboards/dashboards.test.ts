import { describe, expect, it } from 'vitest';
import type { BaseFigures, DashboardRow } from '../../api/dashboards.ts';
import { addressOf } from './addresses.ts';
import { changeOf, coverageOf, effortOf, growthOf, ranked } from './rates.ts';
import { momentsOf } from './trend.ts';

const days = { monthStart: '2026-06-01', contactedSince: '2026-03-13', today: '2026-06-11', level: 'manager' };
const none = { entity: '', unit: '', manager: '' };
const base: BaseFigures = { customers: 40, opened: 0, contacted: 10, deposits: 150, loans: 0, wealth: 0, depositsBefore: 100, loansBefore: 0 };
const row = (part: Partial<DashboardRow>): DashboardRow => ({ code: '1', name: '', ranked: true, base, sharedDeposits: null, work: null, ...part });

describe('DASH-04 a figure opens the list with the same conditions', () => {
  it('names scope and row by the columns of that list', () => {
    expect(addressOf('customers', days, none)).toBe('/customers?f=status.eq:active');
    expect(addressOf('overdue', days, { ...none, unit: '2305210102' }, 'wang')).toBe('/tasks?f=and(unit.eq:2305210102,assignee.eq:wang,state.eq:open,dueOn.lt:2026-06-11)');
    expect(addressOf('contacted', { ...days, level: 'place' }, { ...none, manager: 'wang' }, '')).toBe('/customers?f=and(manager.eq:wang,place.empty,status.eq:active,lastContact.gte:2026-03-13)');
    expect(addressOf('calls', { ...days, level: 'place' }, none, '1')).toBe('/visits?f=and(state.eq:done,kind.eq:call,at.gte:2026-06-01)');
  });
});

describe('DASH-05 a ranking compares shares and leaves the few out', () => {
  it('shares by customers and by what was there before', () => {
    expect([coverageOf(base), growthOf(base, true), changeOf(base, false)]).toEqual([0.25, 0.5, null]);
    expect([coverageOf({ ...base, customers: 0 }), growthOf({ ...base, depositsBefore: 0 }, true), growthOf({ ...base, deposits: null }, true)]).toEqual([null, null, null]);
    expect(effortOf(row({ work: { due: 0, overdue: 0, done: 2, visits: 1, calls: 1 } }))).toBe(10);
  });

  it('puts the larger share before the larger sum', () => {
    const large = row({ code: 'large', base: { ...base, customers: 1_000, contacted: 100 } });
    const few = row({ code: 'few', ranked: false });
    expect(ranked([large, row({ code: 'small' }), few], ({ base: each }) => coverageOf(each)).map(({ code }) => code)).toEqual(['small', 'large']);
  });
});

describe('DASH-08 the trend ends in the figures beside it', () => {
  const view = { ...days, asOf: '', beforeKnown: true, base: { ...base, opened: 5, loans: null, loansBefore: null }, work: null, rows: [] };
  const trend = { asOf: null, points: [{ end: '2026-04-30', customers: 30, deposits: null, loans: null }, { end: '2026-05-31', customers: 34, deposits: 99, loans: null }] };

  it('takes last month and today from them, and older months as they were read', () => {
    expect(momentsOf(view, trend, none).map(({ day, customers, deposits, loans }) => [day, customers, deposits, loans])).toEqual([['2026-04-30', 30, null, null], ['2026-05-31', 35, 100, null], ['2026-06-11', 40, 150, null]]);
    expect(momentsOf({ ...view, beforeKnown: false }, trend, none)[1]?.deposits).toBe(99);
  });

  it('opens the customers of a scope who were there by then', () => {
    expect(momentsOf(view, trend, { ...none, unit: '1' }).map(({ address }) => address)).toEqual([
      '/customers?f=and(unit.eq:1,status.eq:active,openedAt.lt:2026-05-01)', '/customers?f=and(unit.eq:1,status.eq:active,openedAt.lt:2026-06-01)', '/customers?f=and(unit.eq:1,status.eq:active)',
    ]);
  });
});
