import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { forecastQuery, nameIn, pipelinesQuery, type ForecastScope } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { UnitName } from '../../components/UnitName.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { ForecastTable } from './ForecastTable.tsx';
import { Views } from './Views.tsx';

/** What is expected in which month, weighted by probability; every figure opens what is behind it. The scope is in the address. */
export function ForecastPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('opportunities.view.forecast'));
  const [search, setSearch] = useSearchParams();
  const scope: ForecastScope = { pipeline: search.get('pipeline') ?? '', entity: search.get('entity') ?? '', unit: search.get('unit') ?? '' };
  const view = useQuery(forecastQuery(scope));
  const pipelines = useQuery(pipelinesQuery).data?.pipelines ?? [];
  const codes = [...new Map(pipelines.map((each) => [each.code, each])).values()];
  const onScope = (next: ForecastScope) => setSearch(Object.fromEntries(Object.entries(next).filter(([, code]) => code !== '')));
  const within = scope.unit !== '' ? scope.unit : scope.entity;
  const stageName = (key: string) => {
    const [code = '', stage = ''] = key.split('/');
    const way = pipelines.find((each) => each.code === code);
    const found = way?.stages.find((each) => each.code === stage);
    return way === undefined || found === undefined ? key : scope.pipeline === '' ? `${nameIn(way, i18n.language)} · ${nameIn(found, i18n.language)}` : nameIn(found, i18n.language);
  };
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('opportunities.view.forecast')}</h1>
        <Views />
        <Select aria-label={t('opportunities.pipeline')} className="opp-pipeline" value={scope.pipeline} onChange={(pipeline) => onScope({ ...scope, pipeline })}
          options={[{ value: '', label: t('opportunities.pipeline.all') }, ...codes.map((each) => ({ value: each.code, label: nameIn(each, i18n.language) }))]} />
        {within !== '' && <><span><UnitName code={within} /></span><Button onClick={() => onScope(scope.unit !== '' ? { ...scope, unit: '' } : { ...scope, entity: '' })}>{t('dash.up')}</Button></>}
      </div>
      {view.isError ? <Problem error={view.error} onRetry={() => void view.refetch()} />
        : view.data === undefined ? <PageSkeleton rows={8} />
        : view.data.rows.length === 0 && view.data.won.length === 0 ? <Nothing title={t('opportunities.none')} help={t('opportunities.none.help')} />
        : (
          <>
            <p className="quiet">{t('opportunities.forecast.help')}</p>
            <ForecastTable title={t('opportunities.forecast.stages')} head={t('column.opportunities.stage')} cells={view.data.stages} months={view.data.months} scope={scope} nameOf={stageName} whereOf={(key) => ({ column: 'stage', op: 'eq', value: key })} />
            <ForecastTable
              title={t(`opportunities.forecast.${view.data.level}`)}
              head={t(`column.opportunities.${view.data.level}`)}
              cells={view.data.rows}
              won={view.data.won}
              months={view.data.months}
              scope={scope}
              nameOf={(key) => (key === '' ? t('opportunities.owner.none') : view.data.names[key] ?? key)}
              whereOf={(key) => (key === '' ? { column: view.data.level, op: 'empty' } : { column: view.data.level, op: 'eq', value: key })}
              onDown={view.data.level === 'owner' ? undefined : (key) => onScope(view.data.level === 'entity' ? { ...scope, entity: key } : { ...scope, unit: key })}
            />
          </>
        )}
      <Watermark />
    </div>
  );
}
