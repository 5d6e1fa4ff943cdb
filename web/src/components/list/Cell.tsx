import type { ReactNode } from 'react';
import type { ListColumn, ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount, formatMoney } from '../../format/figures.ts';
import { formatDate } from '../../format/time.ts';
import { When } from '../When.tsx';
import type { ListWords } from './useListWords.ts';

/** How a page shows a column in its own way; undefined leaves it to the list. */
export type CellRenderers = Readonly<Record<string, (value: unknown, row: ListRow) => ReactNode>>;

interface Props {
  column: ListColumn;
  row: ListRow;
  words: ListWords;
  renderers: CellRenderers;
}

/** Whether there is nothing to show in a cell. */
export const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export function Cell({ column, row, words, renderers }: Props) {
  const { t, i18n } = useTranslation();
  const value = row.cells[column.name];
  if (isNothing(value)) return <span className="quiet">–</span>;
  const own = renderers[column.name];
  if (own !== undefined) return own(value, row);
  if (Array.isArray(value)) return value.map((each) => words.option(column, String(each))).join(t('list.separator'));
  const text = String(value);
  switch (column.type) {
    case 'time': return <When at={text} />;
    case 'date': return <span className="figures">{formatDate(text)}</span>;
    case 'number': return <span className="figures">{formatCount(Number(value), i18n.language)}</span>;
    case 'money': return <span className="figures">{formatMoney(Math.round(Number(value) * 100), i18n.language)}</span>;
    case 'bool': return t(value === true ? 'answer.yes' : 'answer.no');
    case 'code': return words.option(column, text);
    case 'text': return isFigure(column, text) ? <span className="mono">{text}</span> : text;
  }
}

/** Masked values and numbers stand in monospace, so that digits line up below each other. */
function isFigure(column: ListColumn, text: string): boolean {
  return text.includes('*') ? column.name !== 'name' : /^[\dA-Z-]{6,}$/.test(text);
}
