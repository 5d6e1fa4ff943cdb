import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { rowsQuery, type ListColumn, type ListDescription, type ListRow, type RowsRequest } from '../../api/lists.ts';
import { columnsOf, effectiveFilter, readState, writeState, type ListState, type Search } from './listState.ts';
import { keepTrail, namingColumns, recordOf } from './trail.ts';

/** A screen of rows of 36 px and some to scroll. */
export const pageRows = 50;

/**
 * A list's state from its address, its rows, and the ways to change both.
 * @param also Columns that the page needs of every row, whatever is shown.
 */
export function useList(description: ListDescription, also: readonly string[], search: Search | undefined) {
  const client = useQueryClient();
  const location = useLocation();
  const navigate = useNavigate();
  const address = useMemo(() => new URLSearchParams(location.search), [location.search]);
  const state = useMemo(() => readState(address), [address]);
  const columns = columnsOf(state, description);
  const filter = effectiveFilter(state, description, search);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);

  const request: RowsRequest = {
    ...(filter === undefined ? {} : { filter }),
    ...(state.sort === undefined ? {} : { sort: state.sort }),
    columns: needed(columns, also, description),
    ...(state.after === undefined ? {} : { after: state.after }),
    ...(state.before === undefined ? {} : { before: state.before }),
    limit: pageRows,
  };
  const rows = useQuery(rowsQuery(description.name, request));
  const page = rows.data;

  // The next page is asked for while this one is read.
  const next = page?.next ?? undefined;
  useEffect(() => {
    if (next === undefined || rows.isPlaceholderData) return;
    const { before: _, ...rest } = request;
    void client.prefetchQuery(rowsQuery(description.name, { ...rest, after: next }));
    // The request is made of the address and the description; the cursor stands for both.
  }, [next, rows.isPlaceholderData]);

  // The record page moves through what the list showed last.
  useEffect(() => {
    if (page !== undefined && !rows.isPlaceholderData) keepTrail(description.name, { address: location.pathname + location.search, request, ids: page.rows.map(recordOf), next: page.next ?? null, previous: page.previous ?? null });
  }, [page, rows.isPlaceholderData, location.search]);

  // Another question has other rows: a selection that is out of sight would be a trap.
  const question = JSON.stringify(filter ?? null);
  const [questionOfSelection, setQuestionOfSelection] = useState(question);
  if (question !== questionOfSelection) {
    setQuestionOfSelection(question);
    setSelected(new Set());
    setAll(false);
  }

  function change(nextState: ListState, how: 'push' | 'replace' = 'replace'): void {
    void navigate({ search: writeState(nextState, address) }, { replace: how === 'replace' });
  }

  function select(ids: readonly string[], on: boolean): void {
    const kept = new Set(selected);
    for (const id of ids) {
      if (on) kept.add(id);
      else kept.delete(id);
    }
    setSelected(kept);
    setAll(false);
  }

  return {
    description, state, columns, filter, rows, change,
    page: (page?.rows ?? []) as readonly ListRow[],
    next: page?.next ?? undefined,
    previous: page?.previous ?? undefined,
    selected, select, all,
    /** Whether there is anything to do with rows that are chosen. */
    selectable: description.actions.some((action) => (action.edit ?? null) === null),
    selectAll: () => setAll(true),
    clear: () => {
      setSelected(new Set());
      setAll(false);
    },
  };
}

export type ListModel = ReturnType<typeof useList>;

/** The columns on the screen, those that say which row it is, and what else the page needs. */
function needed(columns: readonly ListColumn[], also: readonly string[], { columns: every }: ListDescription): readonly string[] {
  const unseen = every.map((column) => column.name).filter((name) => namingColumns.includes(name) || also.includes(name));
  return [...new Set([...columns.map((column) => column.name), ...unseen])];
}
