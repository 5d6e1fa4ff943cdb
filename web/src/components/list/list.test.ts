import { describe, expect, it } from 'vitest';
import type { Filter, ListDescription } from '../../api/lists.ts';
import { peopleNamed } from '../../api/people.ts';
import { addAt, allOf, conditionsOf, quickFilter, replaceAt, tidy, typed } from './filter.ts';
import { readFilter, writeFilter } from './filterText.ts';
import { asked, columnsOf, differs, effectiveFilter, emptyState, readState, sortedBy, viewed, writeState } from './listState.ts';

const description: ListDescription = {
  name: 'customers',
  sort: [{ column: 'changedAt', descending: true }],
  actions: [],
  columns: [
    { name: 'number', type: 'text', sortable: true, filters: ['eq', 'starts'], default: true },
    { name: 'name', type: 'text', sortable: true, filters: ['contains'], default: true },
    { name: 'mobile', type: 'text', sortable: false, filters: ['eq'], default: false },
  ],
};

const tree: Filter = {
  and: [
    { column: 'kind', op: 'eq', value: 'person' },
    { or: [{ column: 'unit', op: 'in', value: ['2305210101', '2305210102'] }, { column: 'manager', op: 'empty' }] },
  ],
};

describe('WEB-16 a filter is a tree of and and or', () => {
  it('changes at a path and nowhere else', () => {
    const changed = replaceAt(tree, [1, 0], { column: 'unit', op: 'eq', value: '1' });
    expect(changed).toEqual({ and: [{ column: 'kind', op: 'eq', value: 'person' }, { or: [{ column: 'unit', op: 'eq', value: '1' }, { column: 'manager', op: 'empty' }] }] });
    expect(conditionsOf(tree)).toHaveLength(3);
  });

  it('adds to a group and takes away', () => {
    const more = addAt(tree, [1], { column: 'place', op: 'empty' });
    expect(conditionsOf(more)).toHaveLength(4);
    expect(replaceAt(more, [1], null)).toEqual({ and: [{ column: 'kind', op: 'eq', value: 'person' }] });
  });

  it('sends nothing half-written, no empty group, and no group of one', () => {
    expect(tidy({ and: [{ column: 'name', op: 'contains', value: '' }, { or: [] }] })).toBeUndefined();
    expect(tidy({ or: [{ and: [{ column: 'name', op: 'notEmpty' }] }] })).toEqual({ column: 'name', op: 'notEmpty' });
    expect(tidy({ column: 'openedAt', op: 'between', value: ['2026-01-01', ''] })).toBeUndefined();
  });

  it('puts the search box beside the filter', () => {
    expect(allOf(undefined, undefined)).toBeUndefined();
    expect(allOf({ column: 'name', op: 'empty' }, tree)).toEqual({ and: [{ column: 'name', op: 'empty' }, tree] });
  });

  it('sends values of their column’s type, days as days in Beijing', () => {
    const columns = [
      { name: 'age', type: 'number' as const, sortable: false, filters: [], default: true },
      { name: 'at', type: 'time' as const, sortable: false, filters: [], default: true },
    ];
    expect(typed({ column: 'age', op: 'in', value: ['1', '2'] }, columns)).toEqual({ column: 'age', op: 'in', value: [1, 2] });
    expect(typed({ and: [{ column: 'at', op: 'between', value: ['2026-06-01', '2026-06-02'] }] }, columns)).toEqual({
      and: [{ column: 'at', op: 'between', value: ['2026-06-01T00:00:00+08:00', '2026-06-02T23:59:59.999+08:00'] }],
    });
  });

  it('knows a customer number and a phone from a name, as far as the list can ask for them', () => {
    expect(quickFilter('8000 0123 4567 8', description)).toEqual({ column: 'number', op: 'eq', value: '8000012345678' });
    expect(quickFilter('13800001111', description)).toEqual({ column: 'mobile', op: 'eq', value: '13800001111' });
    expect(quickFilter('230521196001011234', description)).toEqual({ column: 'number', op: 'starts', value: '230521196001011234' });
    expect(quickFilter(' Wang ', description)).toEqual({ column: 'name', op: 'contains', value: 'Wang' });
  });
});

describe('WEB-16 a list says what its search box looks for', () => {
  it('people by a part of their name or user name, also typed in capitals', () => {
    const name = { column: 'name', op: 'contains', value: 'Wang' };
    expect(peopleNamed(' Wang ')).toEqual({ or: [name, { column: 'userName', op: 'contains', value: 'Wang' }, { column: 'userName', op: 'contains', value: 'wang' }] });
    expect(peopleNamed('wang')).toEqual({ or: [{ ...name, value: 'wang' }, { column: 'userName', op: 'contains', value: 'wang' }] });
    expect(peopleNamed('  ')).toBeUndefined();
  });

  it('beside the filter', () => {
    const filter: Filter = { column: 'name', op: 'contains', value: 'x' };
    expect(effectiveFilter({ ...emptyState, text: 'wang', filter }, description, peopleNamed)).toEqual({ and: [peopleNamed('wang'), filter] });
    expect(effectiveFilter({ ...emptyState, text: 'wang' }, description)).toEqual({ column: 'name', op: 'contains', value: 'wang' });
  });
});

describe('WEB-17 a list’s address says all that it shows', () => {
  it('writes a filter so that a person can read it', () => {
    expect(writeFilter(tree)).toBe('and(kind.eq:person,or(unit.in:2305210101~2305210102,manager.empty))');
    expect(readFilter(writeFilter(tree))).toEqual(tree);
  });

  it('brings every value back, whatever characters it has', () => {
    for (const value of ['a(b),c~d:e%28', '王 芳', '', '50%']) {
      const filter: Filter = { column: 'name', op: 'contains', value };
      expect(readFilter(writeFilter(filter)), value).toEqual(filter);
    }
  });

  it('ignores what is no filter', () => {
    for (const text of ['and(', 'kind', 'kind.like:x', 'and(kind.eq:a', 'kind.eq:a)', 'or(,)', '('.repeat(50)]) expect(readFilter(text), text).toBeUndefined();
  });

  it('brings the whole state back', () => {
    const state = { ...emptyState, text: '王 芳', filter: tree, sort: [{ column: 'name', descending: true }], columns: ['name', 'number'], view: 'v1', after: 'a=/+b', open: '80001' };
    expect(readState(new URLSearchParams(writeState(state)))).toEqual(state);
    expect(writeState(emptyState)).toBe('');
  });

  it('keeps what others put into the address', () => {
    expect(writeState({ ...emptyState, text: 'x' }, new URLSearchParams('tab=2&q=old'))).toBe('?tab=2&q=x');
  });

  it('starts another question at its first page', () => {
    expect(asked({ ...emptyState, after: 'c', open: '1' }, { text: 'x' })).toEqual({ ...emptyState, text: 'x' });
  });

  it('sorts up, down, and as it comes', () => {
    const up = sortedBy(undefined, 'name');
    expect(up).toEqual([{ column: 'name', descending: false }]);
    expect(sortedBy(up, 'name')).toEqual([{ column: 'name', descending: true }]);
    expect(sortedBy(sortedBy(up, 'name'), 'name')).toBeUndefined();
  });

  it('tells a view from what was made of it', () => {
    const view = { id: 'v1', name: 'x', shared: false, mine: true, state: { filter: tree } };
    const state = viewed(emptyState, view);
    expect(differs(state, view)).toBe(false);
    expect(differs({ ...state, sort: [{ column: 'name', descending: false }] }, view)).toBe(true);
  });

  it('shows the columns that there still are', () => {
    expect(columnsOf({ ...emptyState, columns: ['mobile', 'gone', 'name'] }, description).map((column) => column.name)).toEqual(['mobile', 'name']);
    expect(columnsOf({ ...emptyState, columns: ['gone'] }, description).map((column) => column.name)).toEqual(['number', 'name']);
  });
});
