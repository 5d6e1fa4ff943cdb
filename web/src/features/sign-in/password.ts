/** The server's rule (12 characters at least, none of the common ones); it has the last word. */
export const shortestPassword = 12;

export type PasswordFault = 'missing' | 'short' | 'same' | 'differs';

export function passwordFault(current: string, password: string, again: string): PasswordFault | null {
  if (current === '') return 'missing';
  if ([...password].length < shortestPassword) return 'short';
  if (password === current) return 'same';
  return password === again ? null : 'differs';
}
