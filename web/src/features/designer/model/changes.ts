import { childrenOf, key, nameOf, partListsOf, typeOf, type Part } from './document.ts';
import { placesOf } from './places.ts';

/** What became of a questionnaire since the version that is asked now. Questions are the same where their names are, for their answers are. */
export interface Changes {
  added: readonly Part[];
  gone: readonly Part[];
  /** Of another type: earlier answers are of another shape. */
  retyped: readonly Part[];
  /** Said differently, or with other choices, conditions or checks. */
  changed: readonly { part: Part; properties: readonly string[] }[];
  moved: number;
  /** Properties of the whole: title, scoring, quotas … */
  whole: readonly string[];
}

export function changesBetween(before: Part, after: Part): Changes {
  const [old, now] = [byName(before), byName(after)];
  const both = [...now].filter(([name]) => old.has(name));
  const orderBefore = [...old.keys()].filter((name) => now.has(name));
  return {
    added: [...now].filter(([name]) => !old.has(name)).map(([, part]) => part),
    gone: [...old].filter(([name]) => !now.has(name)).map(([, part]) => part),
    retyped: both.filter(([name, part]) => typeOf(part) !== typeOf(old.get(name)!)).map(([, part]) => part),
    changed: both.flatMap(([name, part]) => {
      const properties = typeOf(part) === typeOf(old.get(name)!) ? different(old.get(name)!, part) : [];
      return properties.length === 0 ? [] : [{ part, properties }];
    }),
    moved: outOfOrder(both.map(([name]) => orderBefore.indexOf(name))),
    whole: different(before, after),
  };
}

/** Under the names of the groups that they are in, since each group has its own. */
function byName(document: Part): Map<string, Part> {
  const found = new Map<string, Part>();
  for (const { part } of placesOf(document).values()) {
    if (part[key] === document[key] || nameOf(part) === '') continue;
    found.set(`${typeOf(part) === 'page' ? 'page:' : ''}${ownerName(document, part)}${nameOf(part).toLowerCase()}`, part);
  }
  return found;
}

function ownerName(document: Part, part: Part): string {
  const place = placesOf(document).get(part[key]);
  if (place === undefined || place.parent === null) return '';
  const own = ['paneldynamic', 'matrixdynamic', 'multipletext'].includes(typeOf(place.parent)) ? `${nameOf(place.parent).toLowerCase()}.` : '';
  return ownerName(document, place.parent) + own;
}

function different(before: Part, after: Part): string[] {
  const lists = new Set([...partListsOf(before), ...partListsOf(after)]);
  const inner = (part: Part, name: string) => (typeOf(part) === 'document' && name !== 'pages' ? childrenOf(part, name) : undefined);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => {
    if (!lists.has(name)) return JSON.stringify(before[name]) !== JSON.stringify(after[name]);
    return JSON.stringify(inner(before, name) ?? []) !== JSON.stringify(inner(after, name) ?? []);
  });
}

/** How few would have to be moved: those outside the longest run that kept its order. */
function outOfOrder(order: readonly number[]): number {
  const ends: number[] = [];
  for (const at of order) {
    const place = ends.findIndex((end) => end >= at);
    if (place < 0) ends.push(at);
    else ends[place] = at;
  }
  return order.length - ends.length;
}
