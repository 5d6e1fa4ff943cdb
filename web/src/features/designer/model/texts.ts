import { isPlain, type LocalText } from './document.ts';

export type Language = 'zh-CN' | 'en';

export const languages: readonly Language[] = ['zh-CN', 'en'];

/** Under which names a text in the language may stand, the nearest first. A text without any language is Chinese until somebody says otherwise. */
const names: Readonly<Record<Language, readonly string[]>> = { 'zh-CN': ['zh-cn', 'zh-CN', 'zh', 'default'], en: ['en'] };

export function textIn(text: unknown, language: Language): string {
  if (typeof text === 'string') return language === 'zh-CN' ? text : '';
  if (!isPlain(text)) return '';
  const found = names[language].find((name) => typeof text[name] === 'string');
  return found === undefined ? '' : (text[found] as string);
}

/** In the language, else in any. */
export function anyText(text: unknown, language: Language): string {
  return textIn(text, language) || textIn(text, language === 'en' ? 'zh-CN' : 'en') || (isPlain(text) ? String(Object.values(text)[0] ?? '') : '');
}

/** A text in one language alone and without a name for it stays a plain one; nothing in any language is no text. */
export function withText(text: unknown, language: Language, said: string): LocalText | undefined {
  const texts: Record<string, string> = typeof text === 'string' ? { default: text } : isPlain(text) ? { ...(text as Record<string, string>) } : {};
  const name = names[language].find((each) => each in texts) ?? (language === 'en' ? 'en' : 'default');
  if (said === '') delete texts[name];
  else texts[name] = said;
  const left = Object.keys(texts);
  return left.length === 0 ? undefined : left.length === 1 && left[0] === 'default' ? texts['default'] : texts;
}
