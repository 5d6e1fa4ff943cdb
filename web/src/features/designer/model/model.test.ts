import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes.ts';
import { childrenOf, elementListOf, key, nameOf, readDocument, typeOf, writeDocument, type Part } from './document.ts';
import { duplicate, insert, mayStand, move, remove, setProperty, step, type Edit } from './edits.ts';
import { apply, begin, redo, undo } from './history.ts';
import { kindOf, newPart, palette } from './kinds.ts';
import { partsOf, placeOf, placeOfPath, placesOf } from './places.ts';
import { rename } from './references.ts';
import { textIn, withText } from './texts.ts';

const household = () => readDocument(JSON.stringify({
  title: { default: 'A', en: 'B' },
  pages: [
    { name: 'first', elements: [{ type: 'text', name: 'a' }, { type: 'panel', name: 'box', elements: [{ type: 'text', name: 'b' }] }] },
    { name: 'second', elements: [{ type: 'paneldynamic', name: 'people', templateElements: [{ type: 'text', name: 'a' }] }] },
  ],
}));

const keyOf = (document: Part, name: string) => partsOf(document).find((part) => nameOf(part) === name)![key];
const names = (document: Part) => [...placesOf(document).values()].slice(1).map(({ part }) => nameOf(part));
const word = (name: string, number: number) => `${name} ${number}`;

/** Mulberry32: the same numbers for the same seed everywhere. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

function randomEdit(document: Part, draw: (below: number) => number): Edit {
  const parts = partsOf(document);
  const any = parts[draw(parts.length)]!;
  const holders = parts.filter((part) => elementListOf(part) !== null);
  const holder = holders[draw(holders.length)]!;
  const list = elementListOf(holder)!;
  const target = { parent: holder[key], list, at: draw(childrenOf(holder, list).length + 1) };
  const kinds = palette.flatMap((group) => group.kinds).filter((kind) => kind !== 'page');
  switch (draw(8)) {
    case 0: case 1: return insert(newPart(kinds[draw(kinds.length)]!, document, word, 'en'), target);
    case 2: return childrenOf(document, 'pages').length > 1 || typeOf(any) !== 'page' ? remove(any[key]) : (same) => same;
    case 3: return move(any[key], target);
    case 4: return step(any[key], draw(2) === 0 ? -1 : 1);
    case 5: return ['page', 'element'].includes(typeOf(any)) || elementListOf(any) !== null ? duplicate(any[key]) : (same) => same;
    case 6: return rename(any[key], `n${draw(1_000)}`);
    default: return setProperty(any[key], 'title', draw(3) === 0 ? undefined : withText(any['title'], draw(2) === 0 ? 'en' : 'zh-CN', `t${draw(9)}`));
  }
}

describe('DSGN-01 an edit makes a new document and shares what it did not touch', () => {
  it('changes what stands above the part and nothing beside it', () => {
    const before = household();
    const after = setProperty(keyOf(before, 'b'), 'isRequired', true)(before);
    expect(writeDocument(before)).not.toContain('isRequired');
    expect(childrenOf(after, 'pages')[1]).toBe(childrenOf(before, 'pages')[1]);
    expect(childrenOf(after, 'pages')[0]).not.toBe(childrenOf(before, 'pages')[0]);
    expect(setProperty(keyOf(after, 'b'), 'isRequired', true)(after)).toBe(after);
  });

  it('moves within a list, across pages and out of a panel, and never into itself', () => {
    const document = household();
    const [a, box, b, second] = ['a', 'box', 'b', 'second'].map((name) => keyOf(document, name)) as [string, string, string, string];
    expect(names(move(a, { parent: second, list: 'elements', at: 1 })(document))).toEqual(['first', 'box', 'b', 'second', 'people', 'a', 'a']);
    expect(names(step(b, 1)(document)).slice(0, 5)).toEqual(['first', 'a', 'box', 'b', 'second']);
    expect(names(step(box, 1)(document)).slice(0, 4)).toEqual(['first', 'a', 'second', 'box']);
    expect(move(box, { parent: box, list: 'elements', at: 0 })(document)).toBe(document);
    expect(mayStand(document, second, { parent: box, list: 'elements', at: 0 })).toBe(false);
  });

  it('copies with names of their own, but not inside groups', () => {
    const document = household();
    expect(names(duplicate(keyOf(document, 'box'))(document)).slice(0, 6)).toEqual(['first', 'a', 'box', 'b', 'box2', 'b2']);
    expect(names(duplicate(keyOf(document, 'people'))(document)).slice(4)).toEqual(['second', 'people', 'a', 'people2', 'a']);
  });

  it('undoes a word typed at once, and every random row of edits back to the start and forth to the end', () => {
    const typed = ['H', 'Ho', 'How'].reduce((history, text) => apply(history, setProperty(keyOf(history.now, 'a'), 'title', text), 'a.title'), begin(household()));
    expect(typed.past.length).toBe(1);

    const seed = Number(process.env['GRANARY_SEED'] ?? Date.now() % 2 ** 31);
    console.log(`GRANARY_SEED=${seed}`);
    const draw = random(seed);
    for (let round = 0; round < 40; round++) {
      let history = begin(household());
      const written = [writeDocument(history.now)];
      for (let edit = 0; edit < 60; edit++) {
        const next = apply(history, randomEdit(history.now, draw));
        if (next !== history) written.push(writeDocument(next.now));
        history = next;
        const keys = partsOf(history.now).map((part) => part[key]);
        expect(new Set(keys).size).toBe(placesOf(history.now).size);
        expect(keys.length).toBe(placesOf(history.now).size);
      }
      for (const before of written.slice(0, -1).reverse()) {
        history = undo(history);
        expect(writeDocument(history.now)).toBe(before);
      }
      for (const after of written.slice(1)) {
        history = redo(history);
        expect(writeDocument(history.now)).toBe(after);
      }
      expect(writeDocument(readDocument(written.at(-1)!))).toBe(written.at(-1));
    }
  });
});

describe('DSGN-02 the document stays that of SurveyJS', () => {
  it('is written as it was read, with what the designer does not know', () => {
    const json = '{"title":"T","width":"600px","pages":[{"name":"p","elements":[{"type":"signaturepad","name":"s","penColor":"red"},{"type":"matrix","name":"m","rows":["r|Row"],"columns":[1,{"value":2,"score":3}]}]}],"quotas":[{"name":"q","limit":5}]}';
    expect(writeDocument(readDocument(json))).toBe(json);
  });

  it('finds a page for questions without one', () => {
    expect(writeDocument(readDocument('{"questions":[{"name":"a"}]}'))).toBe('{"pages":[{"name":"page1","elements":[{"name":"a"}]}]}');
  });

  it('makes every kind of the palette so that it is known again', () => {
    for (const kind of palette.flatMap((group) => group.kinds)) expect(kindOf(newPart(kind, household(), word, 'en'))).toBe(kind);
  });

  it('keeps a plain text plain until there is a second language', () => {
    expect(withText(undefined, 'zh-CN', 'x')).toBe('x');
    expect(withText('x', 'en', 'y')).toEqual({ default: 'x', en: 'y' });
    expect(withText({ default: 'x', en: 'y' }, 'en', '')).toBe('x');
    expect(textIn({ 'zh-cn': 'z', default: 'd' }, 'zh-CN')).toBe('z');
    expect(withText({ 'zh-cn': 'z', default: 'd' }, 'zh-CN', 'w')).toEqual({ 'zh-cn': 'w', default: 'd' });
  });
});

describe('DSGN-03 a finding leads to what it speaks of', () => {
  it('by its path', () => {
    const document = household();
    expect(placeOfPath(document, 'pages[0].elements[1].elements[0].visibleIf')).toEqual({ key: keyOf(document, 'b'), property: 'visibleIf' });
    expect(placeOf(document, placeOfPath(document, 'pages[1].elements[0].templateElements[0]').key)?.list).toBe('templateElements');
    expect(placeOfPath(document, 'pages[9].title')).toEqual({ key: document[key], property: 'pages[9].title' });
    expect(placeOfPath(document, '')).toEqual({ key: document[key], property: '' });
  });
});

describe('DSGN-04 what changed since the last version is told in words', () => {
  it('by the names under which answers are kept', () => {
    const before = household();
    const after = [
      rename(keyOf(before, 'b'), 'c'), setProperty(keyOf(before, 'people'), 'isRequired', true), setProperty(before[key], 'title', 'New'),
      insert(newPart('number', before, word, 'en'), { parent: keyOf(before, 'second'), list: 'elements', at: 0 }), setProperty(keyOf(before, 'a'), 'type', 'comment'),
    ].reduce((document, edit) => edit(document), before);
    const changes = changesBetween(before, after);
    expect(changes.added.map(nameOf)).toEqual(['c', 'q1']);
    expect(changes.gone.map(nameOf)).toEqual(['b']);
    expect(changes.retyped.map(nameOf)).toEqual(['a']);
    expect(changes.changed.map(({ part, properties }) => [nameOf(part), properties])).toEqual([['people', ['isRequired']]]);
    expect(changes.whole).toEqual(['title']);
    expect(changes.moved).toBe(0);
    expect(changesBetween(before, move(keyOf(before, 'a'), { parent: keyOf(before, 'second'), list: 'elements', at: 1 })(before)).moved).toBe(1);
  });
});
