/** A questionnaire as it is designed: SurveyJS's JSON (docs/surveys.md), never changed in place. Every edit makes a new document that shares what did not change. */

/** Identity that outlives edits, for selecting and dragging. JSON.stringify passes symbols over, so it never leaves the browser. */
export const key: unique symbol = Symbol('key');
/** What a part is by where it stands. */
export const role: unique symbol = Symbol('role');

export type Role = 'document' | 'page' | 'element' | 'column' | 'item' | 'value' | 'trigger' | 'ending' | 'quota';
export type LocalText = string | Readonly<Record<string, string>>;

export interface Part {
  readonly [key]: string;
  readonly [role]: Role;
  readonly [property: string]: unknown;
}

/** Lists of parts, by name; what stands in any other list is a property of its owner. */
const roleIn: Readonly<Record<string, Role>> = {
  pages: 'page', elements: 'element', templateElements: 'element', columns: 'column', items: 'item',
  calculatedValues: 'value', triggers: 'trigger', completedHtmlOnCondition: 'ending', quotas: 'quota',
};

const listsOf: Readonly<Record<Role, readonly string[]>> = {
  document: ['pages', 'calculatedValues', 'triggers', 'completedHtmlOnCondition', 'quotas'],
  page: ['elements'], element: [], column: [], item: [], value: [], trigger: [], ending: [], quota: [],
};

export function partListsOf(part: Part): readonly string[] {
  switch (part[role] === 'element' ? part['type'] : undefined) {
    case 'panel': return ['elements'];
    case 'paneldynamic': return ['templateElements'];
    case 'matrixdynamic': return ['columns'];
    case 'multipletext': return ['items'];
    default: return listsOf[part[role]];
  }
}

export const typeOf = (part: Part): string => (part[role] === 'element' ? String(part['type'] ?? 'text') : part[role]);

export const nameOf = (part: Part): string => (typeof part['name'] === 'string' ? part['name'] : '');

export const childrenOf = (part: Part, list: string): readonly Part[] => (part[list] as readonly Part[] | undefined) ?? [];

export const allChildren = (part: Part): readonly Part[] => partListsOf(part).flatMap((list) => childrenOf(part, list));

/** Where an element may be dropped: pages, panels and repeated groups hold elements. */
export function elementListOf(part: Part): 'elements' | 'templateElements' | null {
  const type = typeOf(part);
  return type === 'page' || type === 'panel' ? 'elements' : type === 'paneldynamic' ? 'templateElements' : null;
}

let made = 0;

type Plain = Readonly<Record<string, unknown>>;

/** A part of plain JSON, with all that it holds, each with an identity of its own. */
export function partOf(json: Plain, as: Role): Part {
  const bare = { ...modern(json, as), [key]: `p${++made}`, [role]: as } as Part;
  const lists = partListsOf(bare).filter((list) => Array.isArray(bare[list]));
  return { ...bare, ...Object.fromEntries(lists.map((list) => [list, (bare[list] as unknown[]).filter(isPlain).map((each) => partOf(each, roleIn[list]!))])) };
}

export function readDocument(json: string): Part {
  const found: unknown = json.trim() === '' ? {} : JSON.parse(json);
  return partOf(isPlain(found) ? found : {}, 'document');
}

export const writeDocument = (document: Part): string => JSON.stringify(document);

/** SurveyJS once called elements questions, and once had no pages. */
function modern(json: Plain, as: Role): Plain {
  if (as !== 'document' && json['questions'] === undefined) return json;
  const { questions, ...rest } = json;
  const elements = rest['elements'] ?? questions;
  if (as !== 'document') return { ...rest, elements };
  const { elements: _bare, ...whole } = rest;
  const pages = Array.isArray(whole['pages']) ? whole['pages'] : [];
  return Array.isArray(elements) ? { ...whole, pages: [...pages, { name: `page${pages.length + 1}`, elements }] } : { ...whole, pages };
}

export const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
