/** The bank's day is Beijing's, wherever the browser is (bank/README.md: dates and times are Beijing time). */
const zone = 'Asia/Shanghai';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface Parts {
  date: string;
  time: string;
  millisecond: string;
}

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
});

function partsOf(at: Date): Parts {
  const found = Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]));
  return {
    date: `${found.year}-${found.month}-${found.day}`,
    time: `${found.hour}:${found.minute}:${found.second}`,
    millisecond: found.fractionalSecond ?? '000',
  };
}

/** 2026-06-01 08:30:00, in Beijing. */
export function formatExact(iso: string): string {
  const { date, time } = partsOf(new Date(iso));
  return `${date} ${time}`;
}

/** 08:30:00, in Beijing, for an axis. */
export function formatClock(at: number): string {
  return partsOf(new Date(at)).time;
}

export function formatDate(iso: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : partsOf(new Date(iso)).date;
}

/** 08:30:00.125 for logs, with the date before it on any other day than today. */
export function formatLogTime(iso: string, now: Date): string {
  const { date, time, millisecond } = partsOf(new Date(iso));
  const clock = `${time}.${millisecond}`;
  return date === partsOf(now).date ? clock : `${date.slice(5)} ${clock}`;
}

/** Made once for each language: a list says hundreds of times. */
const words = new Map<string, { relative: Intl.RelativeTimeFormat; short: Intl.RelativeTimeFormat }>();

function wordsOf(locale: string) {
  const known = words.get(locale) ?? {
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    short: new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }),
  };
  words.set(locale, known);
  return known;
}

/** As people say it: "12秒前", "5分钟前", "今天 14:30", "昨天 14:30", "3 天前", then the date. */
export function formatWhen(iso: string, now: Date, locale: string): string {
  const at = new Date(iso);
  const age = now.getTime() - at.getTime();
  const { relative, short } = wordsOf(locale);
  // A clock that is slightly behind the server's must not say "in 2 seconds".
  if (Math.abs(age) < minute) return short.format(-Math.max(0, Math.floor(age / 1_000)), 'second');
  if (age > 0 && age < hour) return short.format(-Math.floor(age / minute), 'minute');

  const then = partsOf(at);
  const days = Math.round((Date.parse(partsOf(now).date) - Date.parse(then.date)) / day);
  const clock = then.time.slice(0, 5);
  if (days === 0 || days === 1) return `${capital(relative.format(-days, 'day'))} ${clock}`;
  if (days > 1 && days < 7) return relative.format(-days, 'day');
  return then.date;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
