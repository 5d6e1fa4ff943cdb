import { childrenOf, key, nameOf, partListsOf, typeOf, type Part } from './document.ts';

/** Where a part stands: in which list of which part, at what index. The document itself stands nowhere. */
export interface Place {
  part: Part;
  parent: Part | null;
  list: string;
  at: number;
}

const known = new WeakMap<Part, ReadonlyMap<string, Place>>();

/** Every part by its key, in the order of the document. A document never changes, so it is gone through once. */
export function placesOf(document: Part): ReadonlyMap<string, Place> {
  const before = known.get(document);
  if (before !== undefined) return before;
  const places = new Map<string, Place>([[document[key], { part: document, parent: null, list: '', at: 0 }]]);
  const into = (parent: Part) => {
    for (const list of partListsOf(parent)) {
      childrenOf(parent, list).forEach((part, at) => {
        places.set(part[key], { part, parent, list, at });
        into(part);
      });
    }
  };
  into(document);
  known.set(document, places);
  return places;
}

export const placeOf = (document: Part, wanted: string): Place | undefined => placesOf(document).get(wanted);

export const partsOf = (document: Part): Part[] => [...placesOf(document).values()].map((place) => place.part);

/** The part and all that it stands in, from the document down. */
export function wayTo(document: Part, wanted: string): Part[] {
  const place = placeOf(document, wanted);
  return place === undefined ? [] : place.parent === null ? [place.part] : [...wayTo(document, place.parent[key]), place.part];
}

/** The page on which a part stands; null for what stands on none. */
export const pageOf = (document: Part, wanted: string): Part | null => wayTo(document, wanted).find((part) => typeOf(part) === 'page') ?? null;

/** Repeated questions around a part, the innermost last. */
export const groupsAround = (document: Part, wanted: string): Part[] =>
  wayTo(document, wanted).filter((part) => part[key] !== wanted && (typeOf(part) === 'paneldynamic' || typeOf(part) === 'matrixdynamic'));

/** What a finding's path speaks of (pages[0].elements[2].visibleIf): the part, and the property of it. */
export function placeOfPath(document: Part, path: string): { key: string; property: string } {
  let part = document;
  let rest = path;
  for (;;) {
    const step = /^(\w+)\[(\d+)\]\.?/.exec(rest);
    const next = step === null || !partListsOf(part).includes(step[1]!) ? undefined : childrenOf(part, step[1]!)[Number(step[2])];
    if (step === null || next === undefined) return { key: part[key], property: rest };
    part = next;
    rest = rest.slice(step[0].length);
  }
}

/** Questions by which a condition or a text may speak: everything with a name that is asked or worked out. */
export const isNamed = (part: Part): boolean => nameOf(part) !== '' && !['document', 'page', 'panel', 'html', 'trigger', 'ending', 'quota'].includes(typeOf(part));
