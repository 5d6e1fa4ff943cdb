import type { AttributeValue } from '../api/types.ts';

/** The day that a document without an end is said to expire on. */
const forEver = '9999-12-31';

/** How attribute values are written out; names of codes come from the locale files. */
export interface ValueWords {
  /** The word for a code (`document` type "01", `gender` "M"), or the code where there is none. */
  word: (kind: string, code: string) => string;
  until: (date: string) => string;
}

/** Each value of an attribute as one line of text. */
export function valueLines(attribute: string, value: AttributeValue | null, words: ValueWords): string[] {
  return (value ?? []).map((parts) => lineOf(attribute, parts, words)).filter((line) => line !== '');
}

function lineOf(attribute: string, parts: readonly string[], words: ValueWords): string {
  const [first = '', second = '', third = ''] = parts;
  if (attribute === 'document') {
    return [first === '' ? '' : words.word('documentType', first), second, third === '' ? '' : third === forEver ? words.word('until', 'forEver') : words.until(third)].filter(Boolean).join(' ');
  }
  if (attribute.startsWith('address.')) return first;
  if (attribute === 'gender' || attribute === 'risk' || attribute === 'nationality' || attribute === 'ethnic') return words.word(attribute, first);
  // A relation's parts are key, name, document type and number; its number is no help to a reader.
  if (attribute.startsWith('relation.')) return [second, first].filter(Boolean).join(' ');
  return parts.filter(Boolean).join(' ');
}

/** A part that is missing at the end and one that is empty say the same. */
export function sameValue(a: AttributeValue | null, b: AttributeValue | null): boolean {
  const plain = (value: AttributeValue | null) => JSON.stringify((value ?? []).map((parts) => parts.slice(0, 1 + parts.findLastIndex((part) => part !== ''))));
  return plain(a) === plain(b);
}

/**
 * Whether what a system holds is the golden value as far as the system has a place for it: its first value is the
 * golden record's first (a card system keeps one phone of several), and parts that it cannot keep do not count
 * (an address without a region code).
 */
export function agreesWith(golden: AttributeValue, held: AttributeValue): boolean {
  const matches = (best: string[], own: string[]) => own.every((part, index) => part === '' || part === (best[index] ?? ''));
  return held.every((own, index) => (index === 0 ? golden.slice(0, 1) : golden).some((best) => matches(best, own)));
}

export function isEmpty(value: AttributeValue | null): boolean {
  return value === null || value.every((parts) => parts.every((part) => part === ''));
}
