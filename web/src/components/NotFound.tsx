import { Link } from 'react-router';
import { useTranslation } from '../app/translation.ts';
import { Nothing } from './Nothing.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Nothing title={t('notFound.title')} help={t('notFound.help')}>
      <Link to="/">{t('nav.home')}</Link>
    </Nothing>
  );
}
