import { allChildren, childrenOf, elementListOf, key, nameOf, partListsOf, typeOf, type Part } from './document.ts';
import { itemsOf, topNames, type Item } from './names.ts';
import { groupsAround } from './places.ts';
import { anyText, type Language } from './texts.ts';

/** An answer of which a condition, a text or a calculation can speak at some place. */
export interface Available {
  /** As it is written in braces there. */
  name: string;
  /** As one reads it. */
  title: string;
  /** What can be chosen; null where it is typed. */
  items: readonly Item[] | null;
  isNumber: boolean;
}

/** What can be spoken of by a part, the nearest first: what stands beside it in its group, then the whole questionnaire. */
export function availableTo(document: Part, wanted: string, language: Language): Available[] {
  const group = groupsAround(document, wanted).at(-1);
  const prefix = typeOf(group ?? document) === 'matrixdynamic' ? 'row.' : 'panel.';
  const beside = group === undefined ? [] : partListsOf(group).flatMap((list) => flat(childrenOf(group, list))).filter((part) => part[key] !== wanted);
  return [...beside.flatMap((part) => spoken(part, prefix, language)), ...topNames(document).filter((part) => part[key] !== wanted && nameOf(part) !== '').flatMap((part) => spoken(part, '', language))];
}

function flat(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => (elementListOf(part) === 'elements' ? flat(childrenOf(part, 'elements')) : typeOf(part) === 'html' ? [] : [part]));
}

function spoken(part: Part, prefix: string, language: Language): Available[] {
  const name = `${prefix}${nameOf(part)}`;
  const title = anyText(part['title'], language) || nameOf(part);
  const type = part['cellType'] === undefined ? typeOf(part) : String(part['cellType']);
  switch (type) {
    case 'matrix': return itemsOf(part, 'rows').map((row) => ({ name: `${name}.${String(row.value)}`, title: `${title} · ${anyText(row.text, language) || String(row.value)}`, items: itemsOf(part, 'columns'), isNumber: false }));
    case 'multipletext': return allChildren(part).map((item) => ({ name: `${name}.${nameOf(item)}`, title: `${title} · ${anyText(item['title'], language) || nameOf(item)}`, items: null, isNumber: item['inputType'] === 'number' }));
    case 'paneldynamic': case 'matrixdynamic': return [{ name: `${name}.length`, title, items: null, isNumber: true }];
    case 'boolean': return [{ name, title, items: [{ value: part['valueTrue'] ?? true, text: part['labelTrue'] }, { value: part['valueFalse'] ?? false, text: part['labelFalse'] }], isNumber: false }];
    case 'rating': return [{ name, title, items: points(part), isNumber: true }];
    case 'radiogroup': case 'checkbox': case 'dropdown': case 'tagbox': case 'ranking': return [{ name, title, items: choices(part), isNumber: false }];
    default: return [{ name, title, items: null, isNumber: part['inputType'] === 'number' || type === 'expression' || type === 'value' }];
  }
}

const choices = (part: Part): Item[] => [
  ...itemsOf(part, 'choices'),
  ...(part['showOtherItem'] === true ? [{ value: 'other', text: part['otherText'] }] : []),
  ...(part['showNoneItem'] === true ? [{ value: 'none', text: part['noneText'] }] : []),
];

function points(part: Part): Item[] {
  const named = itemsOf(part, 'rateValues');
  if (named.length > 0) return named;
  const [least, most, step] = [Number(part['rateMin'] ?? 1), Number(part['rateMax'] ?? 5), Number(part['rateStep'] ?? 1)];
  return step > 0 && most > least && (most - least) / step <= 100 ? Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, at) => ({ value: least + at * step })) : [];
}
