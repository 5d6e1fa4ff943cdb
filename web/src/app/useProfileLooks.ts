import { useEffect } from 'react';
import type { Session } from '../api/session.ts';
import { useAppearance } from './Appearance.tsx';
import { chosenHere } from './preferences.ts';

/** The profile's language and theme, in a browser in which nothing was chosen. */
export function useProfileLooks({ language, theme }: Session): void {
  const { setLanguage, setTheme } = useAppearance();
  useEffect(() => {
    const chosen = chosenHere();
    if (!chosen.language && (language === 'zh-CN' || language === 'en')) setLanguage(language);
    if (!chosen.theme && (theme === 'light' || theme === 'dark')) setTheme(theme);
    // Once, when the shell comes up: afterwards one chooses here.
  }, []);
}
