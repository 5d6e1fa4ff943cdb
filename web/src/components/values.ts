import type { AttributeValue } from '../api/types.ts';

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
    return [first === '' ? '' : words.word('documentType', first), second, third === '' ? '' : words.until(third)].filter(Boolean).join(' ');
  }
  if (attribute.startsWith('address.')) return first;
  if (attribute === 'gender' || attribute === 'risk' || attribute === 'nationality' || attribute === 'ethnic') return words.word(attribute, first);
  // A relation's parts are key, name, document type and number; its number is no help to a reader.
  if (attribute.startsWith('relation.')) return [second, first].filter(Boolean).join(' ');
  return parts.filter(Boolean).join(' ');
}

export function sameValue(a: AttributeValue | null, b: AttributeValue | null): boolean {
  return JSON.stringify(a ?? []) === JSON.stringify(b ?? []);
}

export function isEmpty(value: AttributeValue | null): boolean {
  return value === null || value.every((parts) => parts.every((part) => part === ''));
}
