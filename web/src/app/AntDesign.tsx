import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useAppearance } from './Appearance.tsx';
import { themeOf } from './theme.ts';

/** Ant Design in our tokens and the reader's language, for everything after sign-in. */
export function AntDesign({ children }: { children: ReactNode }) {
  const { language, theme } = useAppearance();
  return (
    <ConfigProvider theme={themeOf(theme)} locale={language === 'en' ? en : zh} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  );
}
