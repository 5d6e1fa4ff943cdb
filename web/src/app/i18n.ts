import { createInstance } from 'i18next';
import type { Language } from './preferences.ts';

/** Only the language that is shown is loaded; the other comes when it is chosen. */
const texts: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  'zh-CN': () => import('../locales/zh-CN.json'),
  en: () => import('../locales/en.json'),
};

export const i18n = createInstance();

export async function startI18n(language: Language): Promise<void> {
  const { default: resource } = await texts[language]();
  await i18n.init({
    lng: language,
    resources: { [language]: { translation: resource } },
    // Keys are flat and some hold dots (attribute.address.home).
    keySeparator: false,
    nsSeparator: false,
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const { default: resource } = await texts[language]();
    i18n.addResourceBundle(language, 'translation', resource);
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}
