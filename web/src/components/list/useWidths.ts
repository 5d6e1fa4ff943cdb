import { useState } from 'react';
import type { ListColumn } from '../../api/lists.ts';

const narrowest = 56;
const usual: Readonly<Record<ListColumn['type'], number>> = { text: 150, number: 100, money: 130, date: 104, time: 116, code: 120, bool: 72 };

type Widths = Readonly<Record<string, number>>;
const keyOf = (list: string) => `granary.widths.${list}`;

/** Widths belong to a screen, so they are kept in the browser and not in the address or a view. */
export function useWidths(list: string) {
  const [widths, setWidths] = useState<Widths>(() => read(list));

  function set(column: string, width: number | null): void {
    const { [column]: _, ...others } = widths;
    const next = width === null ? others : { ...others, [column]: Math.max(narrowest, Math.round(width)) };
    setWidths(next);
    try {
      localStorage.setItem(keyOf(list), JSON.stringify(next));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  return { widthOf: (column: ListColumn) => widths[column.name] ?? column.width ?? usual[column.type], set };
}

function read(list: string): Widths {
  try {
    return JSON.parse(localStorage.getItem(keyOf(list)) ?? '{}') as Widths;
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return {};
    throw error;
  }
}
