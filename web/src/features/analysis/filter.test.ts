import { describe, expect, it } from 'vitest';
import { readFilter, withCondition, writeFilter } from './filter.ts';

describe('the filter of an analysis', () => {
  it('is the same after a way through an address, whatever its values hold', () => {
    const filter = { conditions: [{ on: 'grid[r:1]', values: ['a,b', '100%', '好'] }, { on: '@via', values: ['qr'] }], from: '2026-05-01' };
    expect(readFilter(new URLSearchParams(writeFilter(new URLSearchParams('tab=cross'), filter).toString()))).toEqual(filter);
  });
  it('is empty for an address that says nothing that can be read', () => {
    expect(readFilter(new URLSearchParams('c=&c=one&c=:a&c=two:'))).toEqual({ conditions: [] });
    expect(readFilter(new URLSearchParams('c=one:%25E0%25A4')).conditions[0]?.values).toEqual(['%E0%A4']);
  });
  it('has one condition of anonymous answers, the newest', () => {
    const one = withCondition({ conditions: [] }, 'one', ['a'], true);
    expect(withCondition(one, 'two', ['b'], true).conditions).toEqual([{ on: 'two', values: ['b'] }]);
    expect(withCondition(one, 'two', ['b'], false).conditions).toHaveLength(2);
    expect(withCondition(one, 'one', [], true).conditions).toEqual([]);
  });
});
