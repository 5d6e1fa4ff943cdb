import { Link } from 'react-router';
import type { ListRow } from '../../api/lists.ts';
import { Cell, isNothing, type CellRenderers } from './Cell.tsx';
import { namingColumns } from './trail.ts';
import type { ListModel } from './useList.ts';
import type { ListWords } from './useListWords.ts';

interface Props {
  list: ListModel;
  words: ListWords;
  renderers: CellRenderers;
  to: ((row: ListRow) => string) | undefined;
  nameOf: (row: ListRow) => string;
  named: string;
  onOpen: (row: ListRow) => void;
}

/** What fits on a card before one has read it. */
const most = 6;

/** A list on a phone: one card a row, the whole card is the target. */
export function Cards({ list, words, renderers, to, nameOf, named, onOpen }: Props) {
  // The card is a link already: what leads to the record elsewhere is none in it.
  const plain: CellRenderers = Object.fromEntries(Object.entries(renderers).filter(([name]) => !namingColumns.includes(name)));
  const columns = list.columns.filter((column) => column.name !== named).slice(0, most);
  return (
    <ul className="cards" data-dimmed={list.rows.isPlaceholderData}>
      {list.page.map((row) => {
        const content = (
          <>
            <span className="card-first"><b>{nameOf(row)}</b></span>
            <span className="card-facts">
              {columns.filter((column) => !isNothing(row.cells[column.name])).map((column) => (
                <span key={column.name}>
                  <span className="visually-hidden">{words.column(column.name)} </span>
                  <Cell column={column} row={row} words={words} renderers={plain} />
                </span>
              ))}
            </span>
          </>
        );
        return <li key={row.id}>{to === undefined ? <button type="button" onClick={() => onOpen(row)}>{content}</button> : <Link to={to(row)}>{content}</Link>}</li>;
      })}
    </ul>
  );
}
