import { allChildren, childrenOf, elementListOf, isPlain, key, nameOf, partListsOf, typeOf, type Part } from './document.ts';
import type { Spoken } from './expressions.ts';

/** A stretch of a name that speaks of one part: of its key, or of a row of a matrix as "key/row". */
export interface Meant {
  of: string;
  from: number;
  to: number;
}

/** Questions that stand in a list or in panels of it: those of repeated groups have names of their own world. */
function within(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => (elementListOf(part) === 'elements' ? within(childrenOf(part, 'elements')) : typeOf(part) === 'html' ? [] : [part]));
}

function inside(part: Part): Part[] {
  return typeOf(part) === 'paneldynamic' || typeOf(part) === 'matrixdynamic' || typeOf(part) === 'multipletext' ? within(partListsOf(part).flatMap((list) => childrenOf(part, list))) : [];
}

const topKnown = new WeakMap<Part, readonly Part[]>();

/** What conditions of the whole questionnaire speak of: questions outside repeated groups, then calculated values. */
export function topNames(document: Part): readonly Part[] {
  const before = topKnown.get(document);
  if (before !== undefined) return before;
  const names = [...within(childrenOf(document, 'pages')), ...childrenOf(document, 'calculatedValues')];
  topKnown.set(document, names);
  return names;
}

/** What a name means where it stands, part for part: {household[0].age} speaks of household and of age in it. */
export function meaningOf(document: Part, spoken: Spoken, groups: readonly Part[]): Meant[] {
  if (spoken.as === 'container') {
    const named = containers(document).find((part) => same(nameOf(part), spoken.text));
    return named === undefined ? [] : [{ of: named[key], from: 0, to: spoken.text.length }];
  }
  if (spoken.as === 'field' || spoken.as === 'item') {
    const list = meaningOf(document, { ...spoken, text: spoken.list, as: 'name' }, groups).at(-1);
    const owner = list === undefined ? undefined : found(document, list.of);
    const meant = owner === undefined ? [] : longest(inside(owner), spoken.text, 0);
    if (meant.length > 0 || spoken.as === 'field') return meant;
  }
  return named(document, spoken.text, groups);
}

function named(document: Part, text: string, groups: readonly Part[]): Meant[] {
  const skipped = text.startsWith('#') ? 1 : 0;
  const prefix = /^(panel|row|parentPanel)\./i.exec(text.slice(skipped))?.[0];
  if (prefix === undefined) return longest(topNames(document), text, skipped);
  const group = groups.at(prefix.toLowerCase() === 'parentpanel.' ? -2 : -1);
  return group === undefined ? [] : longest(inside(group), text, skipped + prefix.length);
}

/** The longest name that the text begins with is meant, since names may hold dots. */
function longest(parts: readonly Part[], text: string, from: number): Meant[] {
  const rest = text.slice(from);
  const ends = [rest.length, ...[...rest.matchAll(/[.[]|-comment$/gi)].map((match) => match.index).filter((at) => at > 0).reverse()];
  for (const end of ends) {
    const part = parts.find((each) => same(nameOf(each), rest.slice(0, end)));
    if (part !== undefined) return [{ of: part[key], from, to: from + end }, ...parted(part, text, from + end)];
  }
  return [];
}

function parted(part: Part, text: string, from: number): Meant[] {
  const step = /^(\[\d+\])?\./.exec(text.slice(from));
  if (step === null) return [];
  const start = from + step[0].length;
  if (typeOf(part) !== 'matrix') return longest(inside(part), text, start);
  const row = itemsOf(part, 'rows').find((each) => same(String(each.value), text.slice(start)));
  return row === undefined ? [] : [{ of: `${part[key]}/${String(row.value)}`, from: start, to: text.length }];
}

function containers(part: Part): Part[] {
  return allChildren(part).flatMap((each) => (elementListOf(each) === null ? [] : [each, ...containers(each)]));
}

function found(part: Part, wanted: string): Part | undefined {
  if (part[key] === wanted) return part;
  for (const child of allChildren(part)) {
    const inner = found(child, wanted);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

export interface Item {
  value: unknown;
  text?: unknown;
  score?: unknown;
}

/** Choices, rows, points of a rating: a value alone, "value|text", or an object. */
export function itemsOf(part: Part, property: string): Item[] {
  const items = part[property];
  if (!Array.isArray(items)) return [];
  return items.map((item: unknown) => {
    if (isPlain(item)) return item as unknown as Item;
    const [value, text] = typeof item === 'string' ? splitOnce(item) : [item, undefined];
    return text === undefined ? { value } : { value, text };
  });
}

function splitOnce(item: string): [string, string | undefined] {
  const at = item.indexOf('|');
  return at < 0 ? [item, undefined] : [item.slice(0, at), item.slice(at + 1)];
}
