import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ListRow } from '../../api/lists.ts';
import { nameIn, pipelinesQuery, sumsQuery } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { readFilter } from '../../components/list/filterText.ts';
import { List } from '../../components/list/List.tsx';
import { PartyLink } from '../../components/labels.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { formatSum } from '../../format/figures.ts';
import { OpportunityPanel } from './OpportunityPanel.tsx';
import { originText } from './origin.ts';
import { Views } from './Views.tsx';

const OpportunityDialog = lazy(async () => ({ default: (await import('./OpportunityDialog.tsx')).OpportunityDialog }));

const also = ['title'];
const titleOf = (row: ListRow) => String(row.cells['title'] ?? row.id);

/** All opportunities within one's sight, with what those that a filter finds come to. */
export function ListPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('opportunities.view.list'));
  const [adding, setAdding] = useState(false);
  const [search] = useSearchParams();
  const pipelines = useQuery(pipelinesQuery).data?.pipelines;
  const sums = useQuery(sumsQuery(readFilter(search.get('f') ?? ''))).data;
  const renderers = useMemo(() => {
    const named = (code: string) => pipelines?.find((each) => each.code === code);
    return {
      title: (value: unknown) => <b className="row-name">{String(value)}</b>,
      number: (value: unknown) => <PartyLink number={String(value)} />,
      chance: (value: unknown) => <span className="figures">{String(value)}%</span>,
      origin: (value: unknown) => originText(t, String(value)),
      pipeline: (value: unknown) => {
        const found = named(String(value));
        return found === undefined ? String(value) : nameIn(found, i18n.language);
      },
      stage: (value: unknown) => {
        const [code = '', stage = ''] = String(value).split('/');
        const found = named(code)?.stages.find((each) => each.code === stage);
        return found === undefined ? String(value) : nameIn(found, i18n.language);
      },
    };
  }, [pipelines, i18n.language, t]);
  const amount = sums?.sums['amount'];
  return (
    <>
      <List
        name="opportunities"
        title={t('nav.opportunities')}
        renderers={renderers}
        nameOf={titleOf}
        named="title"
        also={also}
        quickView={(row) => <OpportunityPanel key={row.id} id={Number(row.id)} />}
        searchHint={t('opportunities.search')}
        search={byTitle}
        tools={
          <span className="record-actions">
            {sums !== undefined && amount !== undefined && <span className="quiet figures opp-total" data-count={sums.count}>{t('opportunities.total', { count: sums.count, amount: formatSum(amount, i18n.language), weighted: formatSum(sums.sums['weighted'] ?? 0, i18n.language) })}</span>}
            <Views />
            <Button type="primary" onClick={() => setAdding(true)}>{t('opportunities.add')}</Button>
          </span>
        }
        empty={{ title: t('opportunities.none'), help: t('opportunities.none.help') }}
      />
      {adding && <Suspense fallback={null}><OpportunityDialog onClose={() => setAdding(false)} /></Suspense>}
      <Watermark />
    </>
  );
}

/** The search box looks for titles. */
const byTitle = (text: string) => (text.trim() === '' ? undefined : { column: 'title', op: 'contains' as const, value: text.trim() });
