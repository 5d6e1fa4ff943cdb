import { describe, expect, it } from 'vitest';
import { passwordFault } from './password.ts';

describe('WEB-15 a new password is checked before it is sent', () => {
  it('needs the old one, twelve characters, another one, and the same twice', () => {
    expect(passwordFault('', 'a good long one', 'a good long one')).toBe('missing');
    expect(passwordFault('old', 'short', 'short')).toBe('short');
    expect(passwordFault('the same password', 'the same password', 'the same password')).toBe('same');
    expect(passwordFault('old', 'a good long one', 'a good long 0ne')).toBe('differs');
    expect(passwordFault('old', 'a good long one', 'a good long one')).toBeNull();
  });

  it('counts characters and not code units', () => expect(passwordFault('old', '\u{2c02a}'.repeat(6), '\u{2c02a}'.repeat(6))).toBe('short'));
});
