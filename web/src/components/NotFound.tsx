import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Nothing } from './Nothing.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Nothing title={t('notFound.title')} help={t('notFound.help')}>
      <Link to="/">{t('nav.home')}</Link>
    </Nothing>
  );
}
