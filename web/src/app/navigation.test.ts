import { describe, expect, it } from 'vitest';
import { homeOf, mayOpen, navigationFor } from './navigation.ts';

describe('WEB-14 what a role may not use it does not see', () => {
  it('leaves out pages without a permission, and sections without pages', () => {
    const officer = navigationFor(['customers.read', 'customers.reveal']);
    expect(officer.map((section) => section.name)).toEqual(['nav.crm']);
    expect(navigationFor([])).toEqual([]);
  });

  it('starts operators at the live map, officers at their day, and everybody somewhere', () => {
    expect(homeOf(['customers.read', 'systems.read'])).toBe('/ecif/map');
    expect(homeOf(['customers.read', 'work.edit'])).toBe('/today');
    expect(homeOf(['customers.read'])).toBe('/customers');
    expect(homeOf(['audit.read'])).toBe('/admin/audit');
    expect(homeOf([])).toBe('/profile');
  });

  it('asks for a page’s permission under its deeper addresses too', () => {
    expect(mayOpen('/admin/users/wang/rights', ['users.read'])).toBe(true);
    expect(mayOpen('/admin/users/wang/rights', ['customers.read'])).toBe(false);
    expect(mayOpen('/customersomething', [])).toBe(true);
    expect(mayOpen('/profile', [])).toBe(true);
  });
});
