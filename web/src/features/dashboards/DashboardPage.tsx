import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { dashboardQuery, type DashboardScope } from '../../api/dashboards.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { UnitName } from '../../components/UnitName.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { When } from '../../components/When.tsx';
import { Charts } from './Charts.tsx';
import './dashboards.css';
import { Figures } from './Figures.tsx';
import { Ranking } from './Ranking.tsx';
import { Trend } from './Trend.tsx';

/** Base, trend, growth, coverage, due and done of all that one sees, and one level down of whatever is chosen. The scope is in the address. */
export function DashboardPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const scope: DashboardScope = { entity: search.get('entity') ?? '', unit: search.get('unit') ?? '', manager: search.get('manager') ?? '' };
  const view = useQuery(dashboardQuery(scope));
  useTitle(t('nav.dashboards'));
  const onScope = (next: DashboardScope) => setSearch(Object.fromEntries(Object.entries(next).filter(([, code]) => code !== '')));
  const up = () => onScope(scope.manager !== '' ? { ...scope, manager: '' } : scope.unit !== '' ? { ...scope, unit: '' } : { ...scope, entity: '' });
  const within = scope.unit !== '' ? scope.unit : scope.entity;
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.dashboards')}</h1>
        {within !== '' && <span><UnitName code={within} /></span>}
        {(within !== '' || scope.manager !== '') && <Button onClick={up}>{t('dash.up')}</Button>}
        {view.data !== undefined && <span className="quiet">{t('dash.asOf')} <When at={view.data.asOf} /></span>}
      </div>
      {view.isError ? (
        <Problem error={view.error} onRetry={() => void view.refetch()} />
      ) : view.data === undefined ? (
        <PageSkeleton rows={8} />
      ) : view.data.rows.length === 0 ? (
        <Nothing title={t('dash.empty')} help={t('dash.empty.help')} />
      ) : (
        <>
          <Figures view={view.data} scope={scope} />
          <Trend view={view.data} scope={scope} />
          <Charts view={view.data} scope={scope} />
          <Ranking view={view.data} scope={scope} onScope={onScope} />
        </>
      )}
      <Watermark />
    </div>
  );
}
