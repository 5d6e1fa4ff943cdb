import type { TFunction } from 'i18next';

/** Where an opportunity came from, in words: by hand, rule 7, campaign 12, answer 34. */
export function originText(t: TFunction, origin: string): string {
  const [kind = '', number = ''] = origin.split('/');
  return t(`opportunities.origin.${kind}`, { number, defaultValue: origin });
}
