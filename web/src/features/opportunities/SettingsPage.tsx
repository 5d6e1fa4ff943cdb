import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { nameIn, pipelinesQuery, settingsQuery } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { PipelineForm } from './PipelineForm.tsx';
import { Rules } from './Rules.tsx';
import { Views } from './Views.tsx';

/** Pipelines of a legal entity, and rules that open opportunities by themselves. Which one is open stands in the address. */
export function SettingsPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('opportunities.view.settings'));
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(settingsQuery);
  const names = useQuery(pipelinesQuery).data?.entities ?? {};
  const entities = [...new Set((data ?? []).map((each) => each.pipeline.entity))];
  const entity = entities.find((each) => each === search.get('entity')) ?? entities[0] ?? '';
  const own = (data ?? []).filter((each) => each.pipeline.entity === entity);
  const adding = search.get('pipeline') === 'new';
  const open = adding ? undefined : own.find((each) => String(each.pipeline.id) === search.get('pipeline')) ?? own[0];
  const show = (pipeline: string) => setSearch({ entity, pipeline }, { replace: true });
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('opportunities.view.settings')}</h1>
        <Views />
        {entities.length > 1 && <Select aria-label={t('field.legalEntity')} className="opp-entity" showSearch={{ optionFilterProp: 'label' }} value={entity} options={entities.map((each) => ({ value: each, label: names[each] ?? each }))} onChange={(value: string) => setSearch({ entity: value }, { replace: true })} />}
      </div>
      {error !== null ? <Problem error={error} onRetry={() => void refetch()} />
        : data === undefined ? <PageSkeleton rows={8} />
        : entity === '' ? <Nothing title={t('opportunities.noPipeline')} help={t('opportunities.noPipeline.help')} />
        : (
          <>
            <div className="opp-bar" role="group" aria-label={t('opportunities.pipeline')}>
              {own.map(({ pipeline }) => <Button key={pipeline.id} type={pipeline.id === open?.pipeline.id ? 'primary' : 'default'} onClick={() => show(String(pipeline.id))}>{nameIn(pipeline, i18n.language)}{pipeline.state === 'closed' && ` · ${t('opportunities.stage.closed')}`}</Button>)}
              <Button type={adding ? 'primary' : 'dashed'} onClick={() => show('new')}>{t('opportunities.pipeline.add')}</Button>
            </div>
            <PipelineForm key={`${entity}/${open?.pipeline.id ?? 'new'}/${open?.pipeline.version ?? 0}`} entity={entity} settings={open} start={own[0]?.pipeline} onSaved={(id) => show(String(id))} />
            <Rules entity={entity} pipelines={own.map((each) => each.pipeline)} />
          </>
        )}
    </div>
  );
}
