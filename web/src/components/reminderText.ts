import type { TFunction } from 'i18next';

/** Why somebody is reminded, with its figures where the reason has some. */
export function reminderText(t: TFunction, kind: string, args: unknown): string {
  const figures: Readonly<Record<string, unknown>> = typeof args === 'object' && args !== null ? { ...args } : {};
  if (figures['calendar'] === 'lunar') return t('reminder.birthday.lunar');
  return t([...(Object.keys(figures).length > 0 ? [`reminder.${kind}.told`] : []), `reminder.${kind}`], figures);
}
