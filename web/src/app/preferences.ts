/** What this browser remembers about how its user wants the page to look. Nothing about customers. */

export type Language = 'zh-CN' | 'en';
export type ThemeName = 'light' | 'dark';

const languageKey = 'granary.language';
const themeKey = 'granary.theme';
const navigationKey = 'granary.navigation';
const signedInKey = 'granary.signed-in';

/** Chinese unless the browser says that its user reads something else. */
export function languageOf(stored: string | null, wanted: readonly string[]): Language {
  if (stored === 'zh-CN' || stored === 'en') return stored;
  const first = wanted[0]?.toLowerCase();
  return first === undefined || first.startsWith('zh') ? 'zh-CN' : 'en';
}

export function readLanguage(): Language {
  return languageOf(read(languageKey), navigator.languages);
}

export function keepLanguage(language: Language): void {
  keep(languageKey, language);
}

export function readTheme(): ThemeName {
  const stored = read(themeKey);
  if (stored === 'light' || stored === 'dark') return stored;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function keepTheme(theme: ThemeName): void {
  keep(themeKey, theme);
}

/** Which looks were chosen in this browser; the profile's count only where none was. */
export function chosenHere(): { language: boolean; theme: boolean } {
  return { language: read(languageKey) !== null, theme: read(themeKey) !== null };
}

/** On signing out: the next person at this machine has a profile of their own. */
export function forgetChoices(): void {
  for (const key of [languageKey, themeKey, signedInKey]) keep(key, null);
}

export function readFolded(): boolean {
  return read(navigationKey) === 'folded';
}

export function keepFolded(folded: boolean): void {
  keep(navigationKey, folded ? 'folded' : 'open');
}

/** Whether somebody was signed in when this browser was last here: then the shell is fetched before the server has said so again. */
export function wasSignedIn(): boolean {
  return read(signedInKey) !== null;
}

export function keepSignedIn(): void {
  keep(signedInKey, '1');
}

// A browser may forbid storage (private windows, policy): preferences then last as long as the page.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
