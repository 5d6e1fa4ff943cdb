import { childrenOf, elementListOf, key, nameOf, partOf, typeOf, writeDocument, type Part } from './document.ts';
import { partsOf, placeOf, wayTo } from './places.ts';

/** Every edit is a function from document to document; one that changes nothing gives back the document that it got. */
export type Edit = (document: Part) => Part;

export interface Target {
  /** The key of what it is to stand in. */
  parent: string;
  list: string;
  at: number;
}

/** Changes one part; what stands above it is copied, everything else is shared. */
export function change(document: Part, wanted: string, how: (part: Part) => Part): Part {
  const place = placeOf(document, wanted);
  if (place === undefined) return document;
  const changed = how(place.part);
  if (changed === place.part) return document;
  const { parent, list, at } = place;
  return parent === null ? changed : change(document, parent[key], (above) => ({ ...above, [list]: childrenOf(above, list).with(at, changed) }));
}

/** Undefined, nothing and false where that is what is usual take the property away, so that documents stay small. */
export const setProperty = (wanted: string, property: string, value: unknown): Edit => (document) =>
  change(document, wanted, (part) => {
    if (part[property] === value) return part;
    if (value !== undefined) return { ...part, [property]: value };
    const { [property]: _gone, ...rest } = part;
    return rest as Part;
  });

export const insert = (part: Part, target: Target): Edit => (document) =>
  change(document, target.parent, (above) => ({ ...above, [target.list]: childrenOf(above, target.list).toSpliced(target.at, 0, part) }));

export const remove = (wanted: string): Edit => (document) => {
  const place = placeOf(document, wanted);
  if (place === undefined || place.parent === null) return document;
  return change(document, place.parent[key], (above) => ({ ...above, [place.list]: childrenOf(above, place.list).toSpliced(place.at, 1) }));
};

/** To a place as it is counted before the part is taken from where it stands. Nothing moves into itself, and pages stay among pages. */
export const move = (wanted: string, target: Target): Edit => (document) => {
  const place = placeOf(document, wanted);
  if (place === undefined || place.parent === null || !mayStand(document, wanted, target)) return document;
  const same = place.parent[key] === target.parent && place.list === target.list;
  const at = same && target.at > place.at ? target.at - 1 : target.at;
  if (same && at === place.at) return document;
  return insert(place.part, { ...target, at })(remove(wanted)(document));
};

export function mayStand(document: Part, wanted: string, target: Target): boolean {
  const place = placeOf(document, wanted);
  const above = placeOf(document, target.parent)?.part;
  if (place === undefined || above === undefined || wayTo(document, target.parent).some((part) => part[key] === wanted)) return false;
  return place.list === target.list || (elementListOf(above) === target.list && typeOf(place.part) !== 'page' && (place.list === 'elements' || place.list === 'templateElements'));
}

/** One up or down among its own; at the end of a page or panel on to the next place that holds elements. */
export const step = (wanted: string, by: -1 | 1): Edit => (document) => {
  const place = placeOf(document, wanted);
  if (place === undefined || place.parent === null) return document;
  const among = childrenOf(place.parent, place.list);
  const to = place.at + by;
  if (to >= 0 && to < among.length) return move(wanted, { parent: place.parent[key], list: place.list, at: by < 0 ? to : to + 1 })(document);
  const outer = placeOf(document, place.parent[key]);
  if (outer === undefined || outer.parent === null) return document;
  if (typeOf(place.parent) !== 'page') return move(wanted, { parent: outer.parent[key], list: outer.list, at: by < 0 ? outer.at : outer.at + 1 })(document);
  const next = childrenOf(outer.parent, outer.list)[outer.at + by];
  return next === undefined ? document : move(wanted, { parent: next[key], list: 'elements', at: by < 0 ? childrenOf(next, 'elements').length : 0 })(document);
};

/** A copy right behind, with new names for it and all that it holds; what it asks of others stays as it is. */
export const duplicate = (wanted: string): Edit => (document) => {
  const place = placeOf(document, wanted);
  if (place === undefined || place.parent === null) return document;
  const copy = withFreeNames(partOf(JSON.parse(writeDocument(place.part)) as Record<string, unknown>, typeOf(place.part) === 'page' ? 'page' : 'element'), document);
  return insert(copy, { parent: place.parent[key], list: place.list, at: place.at + 1 })(document);
};

/** The names of a part that comes from elsewhere, where they are taken, get a number. Those inside repeated groups are their own. */
export function withFreeNames(part: Part, document: Part): Part {
  const taken = new Set(partsOf(document).map((each) => nameOf(each).toLowerCase()));
  const named = (each: Part, inGroup: boolean): Part => {
    const name = nameOf(each);
    const free = inGroup || name === '' ? name : freeName(taken, name);
    taken.add(free.toLowerCase());
    const list = elementListOf(each);
    const inner = list === null ? {} : { [list]: childrenOf(each, list).map((child) => named(child, inGroup || list === 'templateElements')) };
    return { ...each, ...(free === name ? {} : { name: free }), ...inner };
  };
  return named(part, false);
}

export function freeName(taken: ReadonlySet<string>, wanted: string): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  const stem = wanted.replace(/\d+$/, '');
  for (let number = 2; ; number++) if (!taken.has(`${stem}${number}`.toLowerCase())) return `${stem}${number}`;
}
