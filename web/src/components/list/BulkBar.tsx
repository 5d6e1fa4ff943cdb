import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { countQuery, type ListAction } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount } from '../../format/figures.ts';
import { useNames } from '../useNames.ts';
import type { ListModel } from './useList.ts';
import type { ListWords } from './useListWords.ts';

const BulkDialog = lazy(async () => ({ default: (await import('./BulkDialog.tsx')).BulkDialog }));

/** Actions that stand in the bar; the others are behind one button. */
const atOnce = 4;

/** What a selection turns the filter bar into. */
export function BulkBar({ list, words }: { list: ListModel; words: ListWords }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const [action, setAction] = useState<ListAction | null>(null);
  const count = useQuery(countQuery(list.description.name, list.filter, list.all));
  const total = count.data;
  const chosen = list.all ? (total?.count ?? 0) : list.selected.size;
  const more = total !== undefined && (total.capped || total.count > list.selected.size);
  const bulk = list.description.actions.filter((each) => each.edit === null || each.edit === undefined);
  const first = bulk.length <= atOnce + 1 ? bulk : bulk.slice(0, atOnce);
  const rest = bulk.slice(first.length);
  return (
    <div className="filter-bar bulk-bar" role="region" aria-label={t('list.selection')}>
      <b className="figures" role="status">{t('list.selected', { count: chosen, figure: formatCount(chosen, i18n.language) })}</b>
      {!list.all && more && (
        <button type="button" className="link-button" onClick={list.selectAll}>
          {t('list.selectAll', { figure: `${formatCount(total.count, i18n.language)}${total.capped ? '+' : ''}` })}
        </button>
      )}
      {first.map((each) => <Button key={each.name} type="primary" onClick={() => setAction(each)}>{names.listAction(each.name)}…</Button>)}
      {rest.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: rest.map((each) => ({ key: each.name, label: `${names.listAction(each.name)}…` })), onClick: ({ key }) => setAction(rest.find((each) => each.name === key) ?? null) }}>
          <Button>{t('list.moreActions')}</Button>
        </Dropdown>
      )}
      <Button onClick={list.clear}>{t('list.unselect')}</Button>
      {action !== null && <Suspense fallback={null}><BulkDialog list={list} words={words} action={action} chosen={chosen} onClose={() => setAction(null)} /></Suspense>}
    </div>
  );
}
