import type { i18n as I18n, TFunction } from 'i18next';
import { createContext, use } from 'react';

export interface Translation {
  t: TFunction;
  i18n: I18n;
}

/** One for the whole page, and a new one when the language changes: everything that reads words is then drawn anew. */
export const TranslationContext = createContext<Translation | null>(null);

export function useTranslation(): Translation {
  const translation = use(TranslationContext);
  if (translation === null) throw new Error('useTranslation needs an AppearanceProvider around it');
  return translation;
}
