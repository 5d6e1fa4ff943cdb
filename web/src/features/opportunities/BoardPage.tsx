import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { boardQuery, nameIn, pipelinesQuery, type BoardFilter } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { BoardColumns } from './BoardColumns.tsx';
import { OpportunityPanel } from './OpportunityPanel.tsx';
import { Views } from './Views.tsx';

const OpportunityDialog = lazy(async () => ({ default: (await import('./OpportunityDialog.tsx')).OpportunityDialog }));

/** A pipeline as columns; which one, whose and which card is open stand in the address. */
export function BoardPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('nav.opportunities'));
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const pipelines = useQuery(pipelinesQuery);
  const all = (pipelines.data?.pipelines ?? []).filter((each) => each.state === 'open' || String(each.id) === search.get('pipeline'));
  const several = Object.keys(pipelines.data?.entities ?? {}).length > 1;
  const pipeline = all.find((each) => String(each.id) === search.get('pipeline')) ?? all[0];
  const filter: BoardFilter = { pipeline: pipeline?.id ?? 0, owner: search.get('owner') ?? '', unit: search.get('unit') ?? '', late: search.get('late') === 'true' };
  const board = useQuery(boardQuery(filter));
  const open = Number(search.get('open') ?? 0);
  function set(part: Readonly<Record<string, string>>): void {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(part)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: !('open' in part) });
  }
  const error = pipelines.error ?? board.error;
  return (
    <div className="list-page list-full opp-page">
      <div className="page-head">
        <h1>{t('nav.opportunities')}</h1>
        <Views />
        <span className="record-actions"><Button type="primary" disabled={pipeline === undefined} onClick={() => setAdding(true)}>{t('opportunities.add')}</Button></span>
      </div>
      <div className="opp-bar">
        <Select
          className="opp-pipeline"
          aria-label={t('opportunities.pipeline')}
          value={pipeline?.id}
          onChange={(id) => set({ pipeline: String(id) })}
          options={all.map((each) => ({ value: each.id, label: several ? `${nameIn(each, i18n.language)} · ${pipelines.data?.entities[each.entity] ?? each.entity}` : nameIn(each, i18n.language) }))}
        />
        <Checkbox checked={filter.owner === 'me'} onChange={(event) => set({ owner: event.target.checked ? 'me' : '' })}>{t('opportunities.mine')}</Checkbox>
        <Checkbox checked={filter.late} onChange={(event) => set({ late: event.target.checked ? 'true' : '' })}>{t('opportunities.late')}</Checkbox>
      </div>
      {error !== null ? <Problem error={error} onRetry={() => void (pipelines.isError ? pipelines.refetch() : board.refetch())} />
        : pipelines.data !== undefined && pipeline === undefined ? <Nothing title={t('opportunities.noPipeline')} help={t('opportunities.noPipeline.help')} />
        : board.data === undefined ? <PageSkeleton rows={8} />
        : (
          <>
            {board.data.columns.every((column) => column.count === 0) && (
              <Nothing title={t('opportunities.none')} help={t('opportunities.none.help')}><Button type="primary" onClick={() => setAdding(true)}>{t('opportunities.add')}</Button></Nothing>
            )}
            <BoardColumns key={JSON.stringify(filter)} board={board.data} filter={filter} onOpen={(id) => set({ open: String(id) })} />
          </>
        )}
      <Drawer open={open > 0} size={420} title={t('opportunities.one')} onClose={() => set({ open: '' })} destroyOnHidden>
        {open > 0 && <OpportunityPanel key={open} id={open} />}
      </Drawer>
      {adding && <Suspense fallback={null}><OpportunityDialog {...(pipeline === undefined ? {} : { pipeline: pipeline.id })} onClose={() => setAdding(false)} /></Suspense>}
      <Watermark />
    </div>
  );
}
