import { allChildren, childrenOf, isPlain, key, nameOf, partListsOf, typeOf, type Part } from './document.ts';
import { change, setProperty, type Edit } from './edits.ts';
import { pipedIn, spokenIn } from './expressions.ts';
import { itemsOf, meaningOf } from './names.ts';
import { groupsAround, placeOf } from './places.ts';

/** A place that speaks of something. */
export interface Use {
  /** The part that has the property. */
  key: string;
  /** visibleIf, title, validators[0].expression … */
  property: string;
  isText: boolean;
  text: string;
}

type Rewrite = (text: string, use: Use, groups: readonly Part[]) => string;

const expressions = ['visibleIf', 'enableIf', 'requiredIf', 'expression'];
const texts = ['title', 'description', 'html', 'templateTitle', 'requiredErrorText', 'completedHtml', 'text'];

/** Goes through every expression and every text in which answers are put, and rewrites them; what stays the same is shared. */
function rewrite(part: Part, groups: readonly Part[], how: Rewrite): Part {
  let changed: Record<string, unknown> | null = null;
  const set = (property: string, value: unknown) => {
    if (value !== part[property]) changed = { ...(changed ?? part), [property]: value };
  };
  const inner = typeOf(part) === 'paneldynamic' || typeOf(part) === 'matrixdynamic' ? [...groups, part] : groups;
  const one = (property: string, isText: boolean, value: string, around: readonly Part[]) => how(value, { key: part[key], property, isText, text: value }, around);
  for (const property of expressions) if (typeof part[property] === 'string') set(property, one(property, false, part[property], groups));
  for (const property of ['min', 'max']) {
    const bound = part[property];
    if (typeof bound === 'string' && bound.startsWith('=')) set(property, `=${one(property, false, bound.slice(1), groups)}`);
  }
  for (const property of texts) set(property, local(part[property], (text) => one(property, true, text, property === 'templateTitle' ? inner : groups)));
  const validators = part['validators'];
  if (Array.isArray(validators)) {
    const next = validators.map((validator: unknown, at) => {
      if (!isPlain(validator)) return validator;
      const expression = typeof validator['expression'] === 'string' ? one(`validators[${at}].expression`, false, validator['expression'], groups) : undefined;
      const text = local(validator['text'], (said) => one(`validators[${at}].text`, true, said, groups));
      return expression === validator['expression'] && text === validator['text'] ? validator : { ...validator, ...(expression === undefined ? {} : { expression }), ...(text === undefined ? {} : { text }) };
    });
    if (next.some((each, at) => each !== validators[at])) set('validators', next);
  }
  for (const list of partListsOf(part)) {
    const before = childrenOf(part, list);
    const after = before.map((child) => rewrite(child, inner, how));
    if (after.some((child, at) => child !== before[at])) set(list, after);
  }
  return (changed as Part | null) ?? part;
}

function local(text: unknown, how: (text: string) => string): unknown {
  if (typeof text === 'string') return how(text);
  if (!isPlain(text)) return text;
  const after = Object.fromEntries(Object.entries(text).map(([language, said]) => [language, typeof said === 'string' ? how(said) : said]));
  return Object.keys(after).some((language) => after[language] !== text[language]) ? after : text;
}

/** Where the questionnaire speaks of any of these parts, but for what they say themselves. */
export function usesOf(document: Part, wanted: ReadonlySet<string>): Use[] {
  const uses: Use[] = [];
  rewrite(document, [], (text, use, groups) => {
    if (!wanted.has(use.key) && (use.isText ? pipedIn(text) : spokenIn(text)).some((spoken) => meaningOf(document, spoken, groups).some((meant) => wanted.has(meant.of)))) uses.push(use);
    return text;
  });
  return uses.filter((use, at) => uses.findIndex((each) => each.key === use.key && each.property === use.property) === at);
}

/** A part and everything that it holds: what goes when it goes. */
export function keysIn(part: Part): Set<string> {
  return new Set([part[key], ...itemsOf(part, 'rows').map((row) => `${part[key]}/${String(row.value)}`), ...allChildren(part).flatMap((child) => [...keysIn(child)])]);
}

/** Gives a question, page, panel, item or calculated value another name, and every expression and text that speaks of it too. */
export const rename = (wanted: string, name: string): Edit => (document) => {
  const place = placeOf(document, wanted);
  if (place === undefined || nameOf(place.part) === name) return document;
  const owner = groupsAround(document, wanted).at(-1);
  const named = setProperty(wanted, 'name', name)(spokenAnew(document, wanted, name));
  // A repeated group names the question by which no two groups may be alike.
  return owner !== undefined && owner['keyName'] === nameOf(place.part) ? setProperty(owner[key], 'keyName', name)(named) : named;
};

/** The same for a row of a matrix, of which conditions speak as {matrix.row}. */
export const renameRow = (matrix: string, at: number, value: string): Edit => (document) => {
  const row = itemsOf(placeOf(document, matrix)?.part ?? document, 'rows')[at];
  if (row === undefined) return document;
  return change(spokenAnew(document, `${matrix}/${String(row.value)}`, value), matrix, (part) => ({ ...part, rows: itemsOf(part, 'rows').with(at, { ...row, value }) }));
};

function spokenAnew(document: Part, wanted: string, name: string): Part {
  return rewrite(document, [], (text, use, groups) =>
    (use.isText ? pipedIn(text) : spokenIn(text))
      .flatMap((spoken) => meaningOf(document, spoken, groups).filter((meant) => meant.of === wanted).map((meant) => ({ from: spoken.from + meant.from, to: spoken.from + meant.to })))
      .toSorted((one, other) => other.from - one.from)
      .reduce((said, { from, to }) => said.slice(0, from) + name + said.slice(to), text));
}
