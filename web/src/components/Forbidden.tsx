import { Link } from 'react-router';
import { useTranslation } from '../app/translation.ts';
import { Nothing } from './Nothing.tsx';

/** A page that exists but not for this person: a shared address may lead here. */
export function Forbidden() {
  const { t } = useTranslation();
  return (
    <Nothing title={t('forbidden.title')} help={t('forbidden.help')}>
      <Link to="/">{t('nav.home')}</Link>
    </Nothing>
  );
}
