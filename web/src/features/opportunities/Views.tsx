import { NavLink } from 'react-router';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import './opportunities.css';

const views = [
  { to: '/opportunities', key: 'board', may: 'opportunities.edit' },
  { to: '/opportunities/list', key: 'list', may: 'opportunities.edit' },
  { to: '/opportunities/forecast', key: 'forecast', may: 'opportunities.edit' },
  { to: '/opportunities/settings', key: 'settings', may: 'pipelines.edit' },
] as const;

/** The ways in which one looks at opportunities, each an address. */
export function Views() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <nav className="opp-views" aria-label={t('opportunities.views')}>
      {views.filter((view) => may(view.may)).map((view) => <NavLink key={view.key} end to={view.to}>{t(`opportunities.view.${view.key}`)}</NavLink>)}
    </nav>
  );
}
