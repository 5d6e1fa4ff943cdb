import { childrenOf, key, nameOf, readDocument, role, writeDocument, type Part } from './document.ts';
import { freeName } from './edits.ts';
import { groupsAround, partsOf } from './places.ts';
import { rename } from './references.ts';

type Plain = Readonly<Record<string, unknown>>;

/** Conditions of a question itself speak of the questionnaire in which it stands; they stay there. */
const own = ['bank', 'visibleIf', 'enableIf', 'requiredIf'];

/** A question or block as the bank keeps it. */
export const forBank = (part: Part): Plain => Object.fromEntries(Object.entries(JSON.parse(writeDocument(part)) as Plain).filter(([name]) => !own.includes(name)));

/** What the bank gives, under names that are free here; conditions and texts inside a block follow. Names in repeated groups are their own. */
export function fromBank(fragment: Plain, document: Part): Part {
  const here = namesIn(document);
  let alone = readDocument(JSON.stringify({ pages: [{ elements: [fragment] }] }));
  const taken = new Set([...here, ...namesIn(alone)]);
  for (const part of partsOf(alone)) {
    if (part[role] !== 'element' || !here.has(nameOf(part).toLowerCase()) || groupsAround(alone, part[key]).length > 0) continue;
    const free = freeName(taken, nameOf(part));
    taken.add(free.toLowerCase());
    alone = rename(part[key], free)(alone);
  }
  return childrenOf(childrenOf(alone, 'pages')[0]!, 'elements')[0]!;
}

const namesIn = (document: Part): Set<string> => new Set(partsOf(document).map((part) => nameOf(part).toLowerCase()).filter((name) => name !== ''));
