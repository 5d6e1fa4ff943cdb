import { createContext, use } from 'react';
import type { Finding } from '../../api/designer.ts';
import type { Part } from './model/document.ts';
import type { Edit } from './model/edits.ts';
import type { Kind } from './model/kinds.ts';
import type { Language } from './model/texts.ts';

/** What every part of the designer does; the same object for as long as the page is open, so that rows are drawn anew only when they change. */
export interface Design {
  /** @param field What is typed into, so that it is undone by words and not by letters. */
  edit: (edit: Edit, field?: string) => void;
  select: (key: string | null) => void;
  /** Puts a new element behind the selected one. */
  add: (kind: Kind) => void;
  /** Puts what the bank gives behind the selected one. */
  take: (fragment: Readonly<Record<string, unknown>>) => void;
  /** Takes a part away and says who spoke of it. */
  drop: (key: string) => void;
  /** The document as it is at this moment. */
  now: () => Part;
}

export const DesignContext = createContext<Design | null>(null);

export function useDesign(): Design {
  const design = use(DesignContext);
  if (design === null) throw new Error('useDesign needs a DesignContext around it');
  return design;
}

/** What is drawn anew with every edit. */
export interface Looked {
  document: Part;
  selected: string | null;
  language: Language;
  may: boolean;
  /** What the last check said, by the part that it speaks of. */
  findings: ReadonlyMap<string, readonly PlacedFinding[]>;
}

export interface PlacedFinding extends Finding {
  key: string;
  property: string;
}

export const LookedContext = createContext<Looked | null>(null);

export function useLooked(): Looked {
  const looked = use(LookedContext);
  if (looked === null) throw new Error('useLooked needs a LookedContext around it');
  return looked;
}
