import { describe, expect, it } from 'vitest';
import type { Role } from '../../api/people.ts';
import { changedGrants, granted, groupsOf, reachesOf } from './roleDraft.ts';

const role: Role = { id: 'r', name: { zh: 'r', en: 'r' }, shipped: false, grants: { 'customers.read': 'unit' }, fields: { C1: 'clear', C2: 'masked', C3: 'hidden' } };

describe('WEB-22 a role is a matrix of permission and reach', () => {
  it('gives, widens and takes away', () => {
    expect(granted(role, 'customers.read', 'entity').grants).toEqual({ 'customers.read': 'entity' });
    expect(granted(role, 'audit.read', 'province').grants).toEqual({ 'customers.read': 'unit', 'audit.read': 'province' });
    expect(granted(role, 'customers.read', null).grants).toEqual({});
  });

  it('offers only the province where rows do not matter', () => {
    expect(reachesOf({ name: 'systems.read', rows: false, stepUp: false })).toEqual(['province']);
    expect(reachesOf({ name: 'customers.read', rows: true, stepUp: false })).toHaveLength(4);
  });

  it('names what a change changes', () => expect(changedGrants(role, granted(granted(role, 'customers.read', null), 'audit.read', 'province'))).toEqual(['audit.read', 'customers.read']));

  it('groups by resource, in the server’s order', () => {
    const permission = (name: string) => ({ name, rows: false, stepUp: false });
    expect(groupsOf(['b.read', 'a.read', 'b.edit'].map(permission)).map(([group, list]) => [group, list.length])).toEqual([['b', 2], ['a', 1]]);
  });
});
