import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { listQuery, type ListDescription, type ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../PageSkeleton.tsx';
import { Nothing } from '../Nothing.tsx';
import { Problem } from '../Problem.tsx';
import { useIsPhone } from '../useIsPhone.ts';
import { BulkBar } from './BulkBar.tsx';
import { Cards } from './Cards.tsx';
import type { CellRenderers } from './Cell.tsx';
import { FilterBar } from './FilterBar.tsx';
import './filter.css';
import './list.css';
import './table.css';
import { asked, type Search } from './listState.ts';
import { Pager } from './Pager.tsx';
import { QuickView } from './QuickView.tsx';
import { Rows } from './Rows.tsx';
import { useColumnOptions } from './useColumnOptions.ts';
import { useList } from './useList.ts';
import { useListWords } from './useListWords.ts';
import { ViewTabs } from './ViewTabs.tsx';

export interface ListProps {
  /** The list's name at the server. */
  name: string;
  title: string;
  renderers?: CellRenderers;
  /** Where a row's record is; without it the side panel is all that there is of a row. */
  to?: (row: ListRow) => string;
  nameOf: (row: ListRow) => string;
  /** The column that is the row's name already. */
  named?: string;
  /** Columns that the page needs of every row, whatever is shown. */
  also?: readonly string[];
  /** What the side panel shows of a row; without it the list shows the row's cells. */
  quickView?: (row: ListRow) => ReactNode;
  searchHint: string;
  search?: Search;
  /** What can be done on the page besides. */
  tools?: ReactNode;
  empty: { title: string; help: string };
}

/** The one list: whatever the server describes, with filters, views, columns, pages, selection, files and a side panel. */
export function List(props: ListProps) {
  const description = useQuery(listQuery(props.name));
  const withOptions = useColumnOptions(description.data);
  if (description.isError) return <Problem error={description.error} onRetry={() => void description.refetch()} page />;
  if (description.data === undefined) return <PageSkeleton />;
  return <Described {...props} description={withOptions(description.data)} />;
}

const nothing: readonly string[] = [];

function Described({ description, title, renderers = {}, to, nameOf, named = 'name', also = nothing, quickView, searchHint, search, tools, empty }: ListProps & { description: ListDescription }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const phone = useIsPhone();
  const list = useList(description, also, search);
  const words = useListWords(description.name, list.rows.data?.names);
  const { state, rows, page, change } = list;
  const editable = description.actions.flatMap((action) => action.edit ?? []);
  const opened = page.find((row) => row.id === state.open);
  const chosen = list.all ? Number.POSITIVE_INFINITY : list.selected.size;
  // On a phone a row's page takes the panel's place.
  const besides = !phone || to === undefined;
  // There the panel covers the list, so that Back closes it.
  const open = (row: ListRow | null) => change({ ...state, open: row?.id }, phone && row !== null ? 'push' : 'replace');

  return (
    <div className="list-page list-full">
      <div className="page-head">
        <h1>{title}</h1>
        <ViewTabs list={list} />
        {tools}
      </div>
      {chosen > 0 ? <BulkBar list={list} words={words} /> : <FilterBar list={list} words={words} hint={searchHint} />}
      <div className="list-body" data-open={opened !== undefined && besides}>
        <div className="list-main">
          {rows.isError ? (
            <Problem error={rows.error} onRetry={() => void rows.refetch()} />
          ) : rows.data === undefined ? (
            <PageSkeleton rows={10} />
          ) : page.length === 0 ? (
            list.filter === undefined ? (
              <Nothing title={empty.title} help={empty.help} />
            ) : (
              <Nothing title={t('list.nothing')} help={t('list.nothing.help')}>
                <button type="button" className="plain-button" onClick={() => change(asked(state, { text: '', filter: undefined }))}>{t('list.clearFilter')}</button>
              </Nothing>
            )
          ) : phone ? (
            <Cards list={list} words={words} renderers={renderers} to={to} nameOf={nameOf} named={named} onOpen={open} />
          ) : (
            <Rows
              list={list}
              words={words}
              renderers={renderers}
              editable={editable}
              nameOf={nameOf}
              onRecord={(row) => (to === undefined ? open(row) : void navigate(to(row)))}
              onOpen={open}
            />
          )}
          <Pager list={list} />
        </div>
        {opened !== undefined && besides && (
          <QuickView row={opened} list={list} words={words} renderers={renderers} title={nameOf(opened)} to={to?.(opened)} onClose={() => open(null)}>
            {quickView?.(opened)}
          </QuickView>
        )}
      </div>
    </div>
  );
}
