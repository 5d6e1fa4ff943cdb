import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { changeLanguage } from './i18n.ts';
import { keepLanguage, keepTheme, type Language, type ThemeName } from './preferences.ts';
import { themeClass, themeOf } from './theme.ts';

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

  return (
    <Context value={value}>
      <ConfigProvider
        theme={themeOf(theme)}
        locale={language === 'en' ? en : zh}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        {props.children}
      </ConfigProvider>
    </Context>
  );
}
