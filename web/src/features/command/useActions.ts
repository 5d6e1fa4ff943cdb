import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { remove } from '../../api/client.ts';
import { keepLooks } from '../../api/me.ts';
import { useAppearance } from '../../app/Appearance.tsx';
import { forgetChoices } from '../../app/preferences.ts';

/** What the command box can do besides leading somewhere. */
export function useActions(): Readonly<Record<string, () => void>> {
  const { language, theme, setLanguage, setTheme } = useAppearance();
  const client = useQueryClient();
  const navigate = useNavigate();
  return {
    theme: () => {
      const next = theme === 'dark' ? 'light' : 'dark';
      setTheme(next);
      void keepLooks({ language, theme: next });
    },
    language: () => {
      const next = language === 'en' ? 'zh-CN' : 'en';
      setLanguage(next);
      void keepLooks({ language: next, theme });
    },
    profile: () => void navigate('/profile'),
    keys: () => dispatchEvent(new KeyboardEvent('keydown', { key: '?' })),
    signOut: () => {
      void remove('/api/session').then(() => {
        forgetChoices();
        void navigate('/sign-in');
        client.clear();
      });
    },
  };
}
