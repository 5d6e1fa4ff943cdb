import { keepLooks } from '../api/me.ts';
import { LanguageIcon, MoonIcon, SunIcon } from '../components/icons.tsx';
import { useAppearance } from './Appearance.tsx';
import { useTranslation } from './translation.ts';

/** Language and theme: also on the sign-in page, where there is no profile to keep them in yet. */
export function LookTools({ signedIn }: { signedIn: boolean }) {
  const { t } = useTranslation();
  const { language, theme, setLanguage, setTheme } = useAppearance();
  const otherLanguage = language === 'en' ? 'zh-CN' : 'en';
  const otherTheme = theme === 'dark' ? 'light' : 'dark';
  return (
    <>
      <button
        type="button"
        className="tool look-tool"
        lang={otherLanguage}
        title={t('tools.language')}
        onClick={() => {
          setLanguage(otherLanguage);
          if (signedIn) void keepLooks({ language: otherLanguage, theme });
        }}
      >
        <LanguageIcon />
        {otherLanguage === 'en' ? 'EN' : '中文'}
      </button>
      <button
        type="button"
        className="tool look-tool"
        aria-label={t(theme === 'dark' ? 'tools.light' : 'tools.dark')}
        title={t(theme === 'dark' ? 'tools.light' : 'tools.dark')}
        onClick={() => {
          setTheme(otherTheme);
          if (signedIn) void keepLooks({ language, theme: otherTheme });
        }}
      >
        {theme === 'dark' ? <SunIcon /> : <MoonIcon />}
      </button>
    </>
  );
}
