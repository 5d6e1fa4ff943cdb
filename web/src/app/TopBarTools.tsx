import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { remove } from '../api/client.ts';
import { LanguageIcon, MoonIcon, PersonIcon, SunIcon } from '../components/icons.tsx';
import { useAppearance } from './Appearance.tsx';

/** Language, theme, person: also on the sign-in page, where there is nobody yet. */
export function TopBarTools({ userName }: { userName: string | null }) {
  const { t } = useTranslation();
  const { language, theme, setLanguage, setTheme } = useAppearance();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="top-tools">
      <Button
        type="text"
        icon={<LanguageIcon />}
        lang={other}
        aria-label={t('tools.language')}
        title={t('tools.language')}
        onClick={() => setLanguage(other)}
      >
        {other === 'en' ? 'EN' : '中文'}
      </Button>
      <Button
        type="text"
        icon={theme === 'dark' ? <SunIcon /> : <MoonIcon />}
        aria-label={t(theme === 'dark' ? 'tools.light' : 'tools.dark')}
        title={t(theme === 'dark' ? 'tools.light' : 'tools.dark')}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      />
      {userName !== null && userName !== '' && <Person userName={userName} />}
    </div>
  );
}

function Person({ userName }: { userName: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => remove('/api/session'),
    onSuccess: () => {
      void navigate('/sign-in');
      client.clear();
    },
  });
  return (
    <Dropdown trigger={['click']} menu={{ items: [{ key: 'out', label: t('tools.signOut') }], onClick: () => signOut.mutate() }}>
      <Button type="text" icon={<PersonIcon />} loading={signOut.isPending} aria-label={t('tools.person', { name: userName })}>
        <span className="person-name">{userName}</span>
      </Button>
    </Dropdown>
  );
}
