import { isPlain, nameOf, partOf, typeOf, type Part } from './document.ts';
import { freeName } from './edits.ts';
import { partsOf } from './places.ts';
import { withText, type Language } from './texts.ts';

/** What the palette offers; each makes an element of SurveyJS's JSON with what it needs to be asked at once. */
export type Kind =
  | 'single' | 'multiple' | 'dropdown' | 'yesno' | 'rating' | 'nps' | 'ranking' | 'matrix'
  | 'text' | 'long' | 'number' | 'date' | 'texts' | 'photo' | 'file' | 'place' | 'attribute'
  | 'group' | 'table' | 'calculated' | 'explanation' | 'panel' | 'page';

export const palette: readonly { name: 'choose' | 'tell' | 'repeat' | 'layout'; kinds: readonly Kind[] }[] = [
  { name: 'choose', kinds: ['single', 'multiple', 'dropdown', 'yesno', 'rating', 'nps', 'ranking', 'matrix'] },
  { name: 'tell', kinds: ['text', 'long', 'number', 'date', 'texts', 'photo', 'file', 'place', 'attribute'] },
  { name: 'repeat', kinds: ['group', 'table', 'calculated'] },
  { name: 'layout', kinds: ['explanation', 'panel', 'page'] },
];

/** Words of the person's language that a new element begins with: "Option 1", "Row 1". */
export type Word = (name: 'choice' | 'row' | 'column' | 'member' | 'explanation', number: number) => string;

type Plain = Record<string, unknown>;

const bare: Readonly<Record<Kind, (items: (name: 'choice' | 'row' | 'column', count: number) => Plain[], said: (name: 'member' | 'explanation') => unknown) => Plain>> = {
  single: (items) => ({ type: 'radiogroup', choices: items('choice', 3) }),
  multiple: (items) => ({ type: 'checkbox', choices: items('choice', 3) }),
  dropdown: (items) => ({ type: 'dropdown', choices: items('choice', 3) }),
  yesno: () => ({ type: 'boolean' }),
  rating: () => ({ type: 'rating', rateMax: 5 }),
  nps: () => ({ type: 'rating', rateMin: 0, rateMax: 10 }),
  ranking: (items) => ({ type: 'ranking', choices: items('choice', 3) }),
  matrix: (items) => ({ type: 'matrix', rows: items('row', 2), columns: items('column', 3) }),
  text: () => ({ type: 'text' }),
  long: () => ({ type: 'comment' }),
  number: () => ({ type: 'text', inputType: 'number' }),
  date: () => ({ type: 'text', inputType: 'date' }),
  texts: () => ({ type: 'multipletext', items: [{ name: 'text1' }, { name: 'text2' }] }),
  photo: () => ({ type: 'photo' }),
  file: () => ({ type: 'file' }),
  place: () => ({ type: 'place' }),
  attribute: () => ({ type: 'text', inputType: 'tel', customerAttribute: 'mobile' }),
  group: (_items, said) => ({ type: 'paneldynamic', panelCount: 1, templateTitle: said('member'), templateElements: [{ type: 'text', name: 'name' }] }),
  table: () => ({ type: 'matrixdynamic', rowCount: 1, columns: [{ name: 'column1', cellType: 'text' }, { name: 'column2', cellType: 'text' }] }),
  calculated: () => ({ type: 'expression' }),
  explanation: (_items, said) => ({ type: 'html', html: said('explanation') }),
  panel: () => ({ type: 'panel', elements: [] }),
  page: () => ({ elements: [] }),
};

export function newPart(kind: Kind, document: Part, word: Word, language: Language): Part {
  const taken = new Set(partsOf(document).map((part) => nameOf(part).toLowerCase()));
  const text = (said: string) => withText(undefined, language, said);
  const items = (name: 'choice' | 'row' | 'column', count: number) => Array.from({ length: count }, (_, at) => ({ value: `${name}${at + 1}`, text: text(word(name, at + 1)) }));
  const stem = kind === 'page' || kind === 'panel' ? kind : kind === 'explanation' ? 'text' : 'q';
  return partOf({ name: freeName(taken, `${stem}1`), ...bare[kind](items, (name) => text(word(name, 1))) }, kind === 'page' ? 'page' : 'element');
}

/** What the palette calls an element that is there; null for a type of another kind. */
export function kindOf(part: Part): Kind | null {
  if (typeof part['customerAttribute'] === 'string' && part['customerAttribute'] !== '') return 'attribute';
  const type = typeOf(part);
  if (type === 'text') return part['inputType'] === 'number' || part['inputType'] === 'range' ? 'number' : part['inputType'] === 'date' ? 'date' : 'text';
  if (type === 'rating') return Number(part['rateMin'] ?? 1) === 0 && Number(part['rateMax'] ?? 5) === 10 ? 'nps' : 'rating';
  return plainKinds[type] ?? null;
}

const plainKinds: Readonly<Record<string, Kind>> = {
  radiogroup: 'single', checkbox: 'multiple', tagbox: 'multiple', dropdown: 'dropdown', boolean: 'yesno', ranking: 'ranking', matrix: 'matrix', comment: 'long', multipletext: 'texts',
  photo: 'photo', file: 'file', place: 'place', paneldynamic: 'group', matrixdynamic: 'table', expression: 'calculated', html: 'explanation', panel: 'panel', page: 'page',
};

/** Lists of choices that an element has; a rating has points once somebody gives them words. */
export const itemListsOf = (part: Part): readonly ('choices' | 'rows' | 'columns' | 'rateValues')[] => {
  switch (typeOf(part)) {
    case 'radiogroup': case 'checkbox': case 'dropdown': case 'tagbox': case 'ranking': case 'matrixdynamic': return ['choices'];
    case 'matrix': return ['rows', 'columns'];
    case 'rating': return ['rateValues'];
    default: return [];
  }
};

/** Types that a question can become without losing its choices or its words. */
export function siblingsOf(part: Part): readonly string[] {
  const families = [['radiogroup', 'dropdown', 'checkbox', 'tagbox', 'ranking'], ['text', 'comment'], ['photo', 'file']];
  return families.find((family) => family.includes(typeOf(part))) ?? [];
}

/** Choices in as few signs as they need: a value alone where there is neither a text nor a score. */
export const tidyItems = (items: readonly { value: unknown; text?: unknown; score?: unknown }[]): unknown[] =>
  items.map((item) => (Object.keys(item).every((name) => name === 'value' || (item as Plain)[name] === undefined) ? item.value : { ...item }));

export const isScored = (part: Part): boolean => part['scored'] === true || itemListsOf(part).some((list) => Array.isArray(part[list]) && (part[list] as unknown[]).some((item) => isPlain(item) && item['score'] !== undefined));
