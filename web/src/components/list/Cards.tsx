import { Link } from 'react-router';
import type { ListRow } from '../../api/lists.ts';
import { Cell, type CellRenderers } from './Cell.tsx';
import type { ListModel } from './useList.ts';
import type { ListWords } from './useListWords.ts';

interface Props {
  list: ListModel;
  words: ListWords;
  renderers: CellRenderers;
  to: (row: ListRow) => string;
  nameOf: (row: ListRow) => string;
}

/** What fits on a card before one has read it. */
const most = 6;

/** A list on a phone: one card a row, the whole card is the target. */
export function Cards({ list, words, renderers, to, nameOf }: Props) {
  // The card is a link already: the number in it is none.
  const { number: _, ...plain } = renderers;
  const columns = list.columns.filter((column) => column.name !== 'name').slice(0, most);
  return (
    <ul className="cards" data-dimmed={list.rows.isPlaceholderData}>
      {list.page.map((row) => (
        <li key={row.id}>
          <Link to={to(row)}>
            <span className="card-first"><b>{nameOf(row)}</b></span>
            <span className="card-facts">
              {columns.map((column) => (
                <span key={column.name}>
                  <span className="visually-hidden">{words.column(column.name)} </span>
                  <Cell column={column} row={row} words={words} renderers={plain} />
                </span>
              ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
