import type { Fragment } from '../../api/library.ts';

/** One line of what a document asks: for reading, not for working it out. */
export interface OutlineLine {
  path: string;
  level: number;
  name: string;
  type: string;
  title: string;
  required: boolean;
  conditional: boolean;
}

/** A text of SurveyJS in a language of the page: as it is, or the default. */
export function textIn(text: unknown, language: string): string {
  if (typeof text === 'string' || typeof text === 'number') return String(text);
  if (typeof text !== 'object' || text === null) return '';
  const texts = text as Readonly<Record<string, unknown>>;
  const found = texts[language.toLowerCase()] ?? texts[language.split('-')[0] ?? ''] ?? texts['default'] ?? Object.values(texts)[0];
  return typeof found === 'string' ? found : '';
}

export const objectsIn = (of: Fragment, name: string): Fragment[] =>
  Array.isArray(of[name]) ? of[name].filter((each): each is Fragment => typeof each === 'object' && each !== null) : [];

export function outlineOf(document: Fragment, language: string): OutlineLine[] {
  const lines: OutlineLine[] = [];
  function walk(element: Fragment, path: string, level: number, type: string): void {
    lines.push({
      path, level, type, name: textIn(element['name'], language), title: textIn(element['title'] ?? element['html'], language),
      required: element['isRequired'] === true, conditional: typeof element['visibleIf'] === 'string' && element['visibleIf'] !== '',
    });
    for (const inside of ['elements', 'templateElements']) {
      objectsIn(element, inside).forEach((part, at) => walk(part, `${path}.${inside}[${at}]`, level + 1, String(part['type'] ?? 'text')));
    }
  }
  objectsIn(document, 'pages').forEach((page, at) => walk(page, `pages[${at}]`, 0, 'page'));
  objectsIn(document, 'elements').forEach((part, at) => walk(part, `elements[${at}]`, 1, String(part['type'] ?? 'text')));
  return lines;
}
