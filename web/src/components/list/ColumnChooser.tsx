import { useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { ArrowIcon } from '../icons.tsx';
import type { ListModel } from './useList.ts';
import type { ListWords } from './useListWords.ts';

/** Which columns, in which order: by dragging, or by the arrows beside each. */
export function ColumnChooser({ list, words }: { list: ListModel; words: ListWords }) {
  const { t } = useTranslation();
  const { description, columns, state, change } = list;
  const [dragged, setDragged] = useState<string | null>(null);
  const shown = columns.map((column) => column.name);
  const hidden = description.columns.filter((column) => !shown.includes(column.name) && column.filterOnly !== true);

  function choose(names: readonly string[]): void {
    const usual = description.columns.filter((column) => column.default).map((column) => column.name);
    change({ ...state, columns: names.join() === usual.join() || names.length === 0 ? undefined : names });
  }

  function move(name: string, to: number): void {
    const others = shown.filter((each) => each !== name);
    choose([...others.slice(0, to), name, ...others.slice(to)]);
  }

  return (
    <div className="column-chooser">
      <ul>
        {columns.map((column, index) => (
          <li
            key={column.name}
            draggable
            data-dragged={dragged === column.name}
            onDragStart={() => setDragged(column.name)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged !== null && dragged !== column.name) move(dragged, index);
            }}
          >
            <label>
              <input type="checkbox" checked disabled={shown.length === 1} onChange={() => choose(shown.filter((name) => name !== column.name))} />
              {words.column(column.name)}
            </label>
            <button type="button" className="tool" disabled={index === 0} aria-label={t('list.moveUp', { column: words.column(column.name) })} onClick={() => move(column.name, index - 1)}><ArrowIcon to="up" /></button>
            <button type="button" className="tool" disabled={index === columns.length - 1} aria-label={t('list.moveDown', { column: words.column(column.name) })} onClick={() => move(column.name, index + 1)}><ArrowIcon to="down" /></button>
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <ul className="column-hidden">
          {hidden.map((column) => (
            <li key={column.name}>
              <label>
                <input type="checkbox" checked={false} onChange={() => choose([...shown, column.name])} />
                {words.column(column.name)}
              </label>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="link-button" disabled={state.columns === undefined} onClick={() => choose([])}>{t('list.usualColumns')}</button>
    </div>
  );
}
