import { describe, expect, it } from 'vitest';
import { keptEntries, kindsOf, toggledKinds } from './entries.ts';

const entries = [
  { id: 'a', at: '2026-06-01T08:00:00+08:00', kind: 'change' },
  { id: 'b', at: '2026-06-01T00:30:00Z', kind: 'account' },
  { id: 'c', at: '2026-05-01', kind: 'change' },
];

describe('WEB-19 a timeline is filtered by kind', () => {
  it('has the newest first, whatever zone a time is written in', () => expect(keptEntries(entries, []).map((each) => each.id)).toEqual(['b', 'a', 'c']));

  it('keeps the chosen kinds', () => expect(keptEntries(entries, ['change']).map((each) => each.id)).toEqual(['a', 'c']));

  it('counts the kinds', () => expect(kindsOf(entries)).toEqual([{ kind: 'change', count: 2 }, { kind: 'account', count: 1 }]));

  it('switches a kind on and off', () => {
    expect(toggledKinds([], 'change')).toEqual(['change']);
    expect(toggledKinds(['change', 'account'], 'change')).toEqual(['account']);
  });
});
