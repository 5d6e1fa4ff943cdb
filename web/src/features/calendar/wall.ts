/** The bank's wall clock as text, 2026-10-05T09:00, which is what inputs and the calendar's board take. Moments of the API carry +08:00. */

export const wallOf = (iso: string) => iso.slice(0, 16);
export const momentOf = (wall: string) => `${wall.slice(0, 16).padEnd(16, '0')}:00+08:00`;

/** The board runs in UTC and is given the bank's wall clock, so that a browser's own zone plays no part. */
export const wallOfBoard = (date: Date) => date.toISOString().slice(0, 16);

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const dayText = (date: Date) => date.toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  const date = asDate(day);
  date.setUTCDate(date.getUTCDate() + days);
  return dayText(date);
}

/** The same day of another month, or its last where it has none of that number. */
export function addMonths(day: string, months: number): string {
  const date = asDate(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return dayText(date);
}

/** Today in the bank's time. */
export const today = (now = new Date()) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** The rules that a form offers for something that begins on a day; whoever wants another writes it. */
export function offeredRules(day: string): Record<'daily' | 'weekdays' | 'weekly' | 'fortnightly' | 'monthly' | 'yearly', string> {
  const date = asDate(day);
  const weekday = weekdays[date.getUTCDay()] ?? 'MO';
  return {
    daily: 'FREQ=DAILY',
    weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    weekly: `FREQ=WEEKLY;BYDAY=${weekday}`,
    fortnightly: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    monthly: `FREQ=MONTHLY;BYMONTHDAY=${date.getUTCDate()}`,
    yearly: 'FREQ=YEARLY',
  };
}

/** A weekly rule that names the one weekday of its start names the new one when its start moves. */
export function movedRule(rule: string | null, from: string, to: string): string | null {
  const before = weekdays[asDate(from).getUTCDay()];
  const after = weekdays[asDate(to).getUTCDay()];
  return rule === null ? null : rule.replace(new RegExp(`BYDAY=${before}(?=;|$)`), `BYDAY=${after}`).replace(new RegExp(`BYMONTHDAY=${Number(from.slice(8, 10))}(?=;|$)`), `BYMONTHDAY=${Number(to.slice(8, 10))}`);
}
