import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { Cell, type CellRenderers } from './Cell.tsx';
import { EditCell } from './EditCell.tsx';
import { HeadCell } from './HeadCell.tsx';
import { asked, sortedBy } from './listState.ts';
import type { ListModel } from './useList.ts';
import type { ListWords } from './useListWords.ts';
import { useWidths } from './useWidths.ts';

interface Props {
  list: ListModel;
  words: ListWords;
  renderers: CellRenderers;
  editable: readonly string[];
  onRecord: (row: ListRow) => void;
  onOpen: (row: ListRow | null) => void;
  nameOf: (row: ListRow) => string;
}

/** What a large screen shows at once. */
const firstRows = 24;

/** Room for a check box. */
const checkWidth = 40;

/** The table. One row has the focus at a time: arrows move it, Enter opens the record, space selects, e edits. */
export function Rows({ list, words, renderers, editable, onRecord, onOpen, nameOf }: Props) {
  const { t } = useTranslation();
  const { page, columns, state, description, selected, selectable, all } = list;
  const widths = useWidths(description.name);
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [editing, setEditing] = useState<{ id: string; column: string } | null>(null);
  const sort = state.sort ?? description.sort;
  const chosen = (id: string) => all || selected.has(id);
  const wholePage = page.length > 0 && page.every((row) => chosen(row.id));
  const total = columns.reduce((sum, column) => sum + widths.widthOf(column), selectable ? checkWidth : 0);
  const atRow = page.findIndex((row) => row.id === (state.open ?? current));
  // What the screen shows comes with the first frame, the rest of the page right after it.
  const shown = useDeferredValue(page, page.slice(0, Math.max(firstRows, atRow + 1)));

  // With the panel open the arrows take it along.
  useEffect(() => {
    if (state.open !== undefined) body.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(state.open)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [state.open]);

  function move(to: number): void {
    const row = page[Math.max(0, Math.min(page.length - 1, to))];
    if (row === undefined) return;
    setCurrent(row.id);
    body.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(row.id)}"]`)?.focus();
    if (state.open !== undefined) onOpen(row);
  }

  function onKeyDown(event: KeyboardEvent, row: ListRow, index: number): void {
    // Keys pressed in a control of the row belong to the control.
    if (event.target !== event.currentTarget) return;
    const keys: Readonly<Record<string, () => unknown>> = {
      ArrowDown: () => move(index + 1),
      ArrowUp: () => move(index - 1),
      Home: () => move(0),
      End: () => move(page.length - 1),
      Enter: () => onRecord(row),
      ' ': () => selectable && list.select([row.id], !chosen(row.id)),
      Escape: () => onOpen(null),
      e: () => {
        const column = columns.find((each) => editable.includes(each.name));
        if (column !== undefined) setEditing({ id: row.id, column: column.name });
      },
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  function onClick(event: MouseEvent, row: ListRow): void {
    if (event.target instanceof Element && event.target.closest('a, button, input, label, .ant-select, .list-edit') !== null) return;
    setCurrent(row.id);
    onOpen(state.open === row.id ? null : row);
  }

  return (
    <div className="list-scroll" aria-busy={list.rows.isFetching}>
      <table className="list-table" role="grid" aria-label={t('list.label')} data-dimmed={list.rows.isPlaceholderData} style={{ width: total }}>
        <colgroup>
          {selectable && <col style={{ width: checkWidth }} />}
          {columns.map((column) => <col key={column.name} style={{ width: widths.widthOf(column) }} />)}
        </colgroup>
        <thead>
          <tr>
            {selectable && (
              <th scope="col" className="list-check">
                <input type="checkbox" aria-label={t('list.selectPage')} checked={wholePage} onChange={() => list.select(page.map((row) => row.id), !wholePage)} />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell
                key={column.name}
                column={column}
                name={words.column(column.name)}
                sort={sort[0]?.column === column.name ? sort[0] : undefined}
                width={widths.widthOf(column)}
                onSort={() => list.change(asked(state, { sort: sortedBy(state.sort, column.name) }))}
                onWidth={(width) => widths.set(column.name, width)}
              />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((row, index) => (
            <tr
              key={row.id}
              data-id={row.id}
              tabIndex={index === Math.max(0, atRow) ? 0 : -1}
              aria-selected={chosen(row.id)}
              data-open={state.open === row.id}
              onKeyDown={(event) => onKeyDown(event, row, index)}
              onClick={(event) => onClick(event, row)}
              onDoubleClick={() => onRecord(row)}
            >
              {selectable && (
                <td className="list-check">
                  <input type="checkbox" tabIndex={-1} aria-label={t('list.select', { name: nameOf(row) })} checked={chosen(row.id)} onChange={(event) => list.select([row.id], event.target.checked)} />
                </td>
              )}
              {columns.map((column) => (
                <td key={column.name} data-type={column.type}>
                  {editable.includes(column.name) ? (
                    <EditCell
                      list={list}
                      row={row}
                      column={column}
                      words={words}
                      editing={editing?.id === row.id && editing.column === column.name}
                      onEdit={(on) => setEditing(on ? { id: row.id, column: column.name } : null)}
                    >
                      <Cell column={column} row={row} words={words} renderers={renderers} />
                    </EditCell>
                  ) : (
                    <Cell column={column} row={row} words={words} renderers={renderers} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
