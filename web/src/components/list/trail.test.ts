import { describe, expect, it } from 'vitest';
import { neighbourOf, recordOf, type Trail } from './trail.ts';

const trail: Trail = { address: '/customers', request: { limit: 3 }, ids: ['1', '2', '3'], next: 'n', previous: null };

describe('WEB-18 a record leads to its neighbours in the list', () => {
  it('within the page', () => {
    expect(neighbourOf(trail, '2', 1)).toEqual({ id: '3' });
    expect(neighbourOf(trail, '2', -1)).toEqual({ id: '1' });
  });

  it('over the edge of the page, where there is more', () => {
    expect(neighbourOf(trail, '3', 1)).toEqual({ cursor: { after: 'n' } });
    expect(neighbourOf(trail, '1', -1)).toBeNull();
  });

  it('nowhere from a record that the list did not show', () => {
    expect(neighbourOf(trail, '9', 1)).toBeNull();
    expect(neighbourOf(null, '1', 1)).toBeNull();
  });

  it('by what its address calls it: a number, a user name, or the row itself', () => {
    expect(recordOf({ id: '7', cells: { number: '8000000000011', name: 'x' } })).toBe('8000000000011');
    expect(recordOf({ id: '7', cells: { userName: 'wang', name: 'x' } })).toBe('wang');
    expect(recordOf({ id: '7', cells: { act: 'sign-in' } })).toBe('7');
  });
});
