/** Figures for people: grouped whole numbers, rates and durations at the precision that one can use. */

export function formatCount(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

/** Messages per second: one decimal below ten, none above, and never "0" for something that moves. */
export function formatRate(value: number, locale: string): string {
  if (value > 0 && value < 0.05) return '<0.1';
  const digits = value > 0 && value < 9.95 ? 1 : 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** Milliseconds below a second, then seconds, then minutes; the unit is an international symbol. */
export function formatDuration(milliseconds: number | null, locale: string): string {
  if (milliseconds === null) return '–';
  if (milliseconds < 1) return '<1 ms';
  if (milliseconds < 1_000) return `${formatCount(Math.round(milliseconds), locale)} ms`;
  const seconds = milliseconds / 1_000;
  if (seconds < 60) {
    return `${new Intl.NumberFormat(locale, { maximumFractionDigits: seconds < 10 ? 2 : 1 }).format(seconds)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${formatCount(Math.floor(minutes / 60), locale)} h ${minutes % 60} min`;
}

/** Cents as yuan, grouped, with their decimals. */
export function formatMoney(cents: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100);
}

/** Cents as people say large sums: 12.3万 and 4.5亿, or 123K and 4.5M. */
export function formatSum(cents: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(cents / 100);
}

/** A share of 1 as a percentage; a dash where there is nothing to share. */
export function formatShare(share: number | null, locale: string): string {
  return share === null ? '–' : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** The size of a file, in the unit that leaves one to four figures. */
export function formatBytes(bytes: number, locale: string): string {
  const unit = bytes < 1_000 ? 0 : bytes < 999_500 ? 1 : 2;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: unit === 2 ? 1 : 0 }).format(bytes / 1_000 ** unit)} ${['B', 'kB', 'MB'][unit] ?? ''}`;
}
