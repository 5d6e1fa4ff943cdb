import { describe, expect, it } from 'vitest';
import { lastOf, listOf, rowsOf } from './forecast.ts';

const months = ['late', '2026-11', '2026-12', 'later', 'none'];
const scope = { pipeline: 'loan', entity: '', unit: '' };
const filterOf = (address: string) => decodeURIComponent(address.split('?f=')[1] ?? '');

describe('OPP-21 a figure of the forecast opens the list with its conditions', () => {
  it('by the days of its column', () => {
    expect(lastOf('2028-02')).toBe('2028-02-29');
    expect(filterOf(listOf(scope, months, '2026-11', { column: 'stage', op: 'eq', value: 'loan/lead' }))).toBe('and(state.eq:open,pipeline.eq:loan,stage.eq:loan/lead,expected.between:2026-11-01~2026-11-30)');
    expect(filterOf(listOf(scope, months, 'late', null))).toBe('and(state.eq:open,pipeline.eq:loan,expected.notEmpty,expected.lt:2026-11-01)');
    expect(filterOf(listOf(scope, months, 'later', null))).toBe('and(state.eq:open,pipeline.eq:loan,expected.gt:2026-12-31)');
    expect(filterOf(listOf({ pipeline: '', entity: '', unit: '' }, months, null, null))).toBe('state.eq:open');
    expect(filterOf(listOf(scope, months, '2026-11', null, true))).toBe('and(state.eq:won,pipeline.eq:loan,closedAt.gte:2026-11-01)');
  });

  it('and rows add up what their months have', () => {
    const cell = (month: string, key: string, count: number) => ({ month, key, count, amount: null, weighted: count * 10 });
    expect(rowsOf([cell('late', 'a', 1), cell('2026-11', 'a', 2), cell('none', 'b', 4)]).map(({ key, count, weighted }) => [key, count, weighted])).toEqual([['a', 3, 30], ['b', 4, 40]]);
  });
});
