import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { changeLanguage, i18n } from './i18n.ts';
import { keepLanguage, keepTheme, type Language, type ThemeName } from './preferences.ts';
import { TranslationContext } from './translation.ts';

/** The class under which a theme's tokens live as CSS variables: set on <html>, so that our own style sheets can use them. */
export const themeClass = (name: ThemeName) => `granary-${name}`;

interface Appearance {
  language: Language;
  theme: ThemeName;
  setLanguage: (language: Language) => void;
  setTheme: (theme: ThemeName) => void;
}

const Context = createContext<Appearance | null>(null);

export function useAppearance(): Appearance {
  const appearance = use(Context);
  if (appearance === null) throw new Error('useAppearance needs an AppearanceProvider around it');
  return appearance;
}

/** Language and theme of the whole page. Ant Design is not needed for them: the sign-in page does without (AntDesign.tsx). */
export function AppearanceProvider(props: { language: Language; theme: ThemeName; children: ReactNode }) {
  const [language, setLanguage] = useState(props.language);
  const [theme, setTheme] = useState(props.theme);

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = theme;
    root.classList.remove(themeClass('light'), themeClass('dark'));
    root.classList.add(themeClass(theme));
  }, [theme]);

  const value = useMemo<Appearance>(
    () => ({
      language,
      theme,
      setLanguage: (next) => {
        keepLanguage(next);
        void changeLanguage(next).then(() => setLanguage(next));
      },
      setTheme: (next) => {
        keepTheme(next);
        setTheme(next);
      },
    }),
    [language, theme],
  );

  const translation = useMemo(() => ({ t: i18n.getFixedT(language), i18n }), [language]);
  return (
    <Context value={value}>
      <TranslationContext value={translation}>{props.children}</TranslationContext>
    </Context>
  );
}
