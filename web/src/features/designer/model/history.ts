import type { Edit } from './edits.ts';
import type { Part } from './document.ts';

/** So many edits can be undone: a day's work on a long questionnaire, and shared parts keep it to some megabytes. */
const depth = 300;

export interface History {
  past: readonly Part[];
  now: Part;
  future: readonly Part[];
  /** What was typed into last: more of the same is one edit. */
  field: string;
}

export const begin = (document: Part): History => ({ past: [], now: document, future: [], field: '' });

/** @param field Names what is typed into, so that a word is undone at once and not by letters; '' for an edit of its own. */
export function apply(history: History, edit: Edit, field = ''): History {
  const now = edit(history.now);
  if (now === history.now) return history;
  const past = field !== '' && field === history.field ? history.past : [...history.past, history.now].slice(-depth);
  return { past, now, future: [], field };
}

export function undo(history: History): History {
  const now = history.past.at(-1);
  return now === undefined ? history : { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], field: '' };
}

export function redo(history: History): History {
  const [now, ...future] = history.future;
  return now === undefined ? history : { past: [...history.past, history.now], now, future, field: '' };
}

/** What is typed from now on is an edit of its own. */
export const settle = (history: History): History => (history.field === '' ? history : { ...history, field: '' });
