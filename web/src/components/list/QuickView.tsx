import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { CloseIcon } from '../icons.tsx';
import { Cell, type CellRenderers } from './Cell.tsx';
import type { ListModel } from './useList.ts';
import type { ListWords } from './useListWords.ts';

interface Props {
  row: ListRow;
  list: ListModel;
  words: ListWords;
  renderers: CellRenderers;
  title: string;
  to: string | undefined;
  onClose: () => void;
  children?: ReactNode;
}

/** One row beside the list, which stays usable: arrows go through the rows and the panel goes along. */
export function QuickView({ row, list, words, renderers, title, to, onClose, children }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="quick-view" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {to !== undefined && <Link to={to}>{t('list.openRecord')}</Link>}
        <button type="button" className="tool" aria-label={t('action.close')} onClick={onClose}><CloseIcon /></button>
      </header>
      <div className="quick-body">
        {children ?? (
          <dl className="quick-facts">
            {list.columns.map((column) => (
              <div key={column.name}>
                <dt>{words.column(column.name)}</dt>
                <dd><Cell column={column} row={row} words={words} renderers={renderers} /></dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </aside>
  );
}
