import { describe, expect, it } from 'vitest';
import { expressionOf, linesOf } from './conditions.ts';
import { key, nameOf, readDocument, writeDocument, type Part } from './document.ts';
import { remove } from './edits.ts';
import { partsOf, placeOf } from './places.ts';
import { keysIn, rename, renameRow, usesOf } from './references.ts';

const keyOf = (document: Part, name: string) => partsOf(document).find((part) => nameOf(part) === name)![key];

const investigation = () => readDocument(JSON.stringify({
  pages: [
    { name: 'start', elements: [
      { type: 'text', name: 'age' },
      { type: 'text', name: 'age.last' },
      { type: 'matrix', name: 'parts', rows: ['counter', 'phone'], columns: [1, 2] },
      { type: 'multipletext', name: 'contact', items: [{ name: 'phone' }, { name: 'age' }] },
    ] },
    { name: 'home', visibleIf: '{age} > 17 and {parts.phone} = 2', elements: [
      { type: 'paneldynamic', name: 'people', keyName: 'age', templateTitle: 'No. {panelIndex}: {panel.age}', templateElements: [
        { type: 'text', name: 'age', min: '={age}' },
        { type: 'matrixdynamic', name: 'jobs', columns: [{ name: 'pay', visibleIf: '{parentPanel.age} > 15 and {row.pay} > {age}' }] },
        { type: 'expression', name: 'earned', expression: "sumInArray({panel.jobs}, 'pay', '{pay} > {age}')" },
      ] },
      { type: 'expression', name: 'eldest', expression: "maxInArray({people}, 'age', {age} > 60) + {people[0].age} + {AGE} + {people.length}" },
      { type: 'text', name: 'why', title: { default: '{age} {age.last} {contact.age} {age-Comment}', en: "displayed {nobody.age} 'age'" }, requiredIf: "displayValue('age') = 'age' or {contact.phone} = '{age}'" },
      { type: 'text', name: 'ready', validators: [{ type: 'expression', expression: "isContainerReady('start') and {total} > {age}", text: 'not {age}' }] },
    ] },
  ],
  calculatedValues: [{ name: 'total', expression: '{age} * 2' }],
  quotas: [{ name: 'old', expression: '{age} >= 60', limit: 5 }],
}));

describe('DSGN-10 a rename follows a question into everything that speaks of it', () => {
  it('and into nothing that speaks of another of the same name', () => {
    const document = investigation();
    const text = writeDocument(rename(keyOf(document, 'age'), 'years')(document));
    for (const spoken of ['"{years} > 17 and {parts.phone} = 2"', '{panel.age}', '"={years}"', '{parentPanel.age} > 15 and {row.pay} > {years}', "'pay', '{pay} > {years}'",
      "maxInArray({people}, 'age', {age} > 60) + {people[0].age} + {years} + {people.length}", '{years} {age.last} {contact.age} {years-Comment}', "displayed {nobody.age} 'age'",
      "displayValue('years') = 'age' or {contact.phone} = '{age}'", "{total} > {years}", 'not {years}', '{years} * 2', '{years} >= 60', '"keyName":"age"']) expect(text).toContain(spoken);
  });

  it('inside repeated groups, by every way of speaking of it', () => {
    const document = investigation();
    const inGroup = partsOf(document).find((part) => nameOf(part) === 'age' && part['min'] !== undefined)![key];
    const text = writeDocument(rename(inGroup, 'years')(document));
    for (const spoken of ['"keyName":"years"', '{panel.years}', '{parentPanel.years} > 15 and {row.pay} > {age}', "maxInArray({people}, 'years', {years} > 60) + {people[0].years} + {AGE}", '"={age}"', '"{age} > 17']) expect(text).toContain(spoken);
    expect(writeDocument(rename(keyOf(document, 'pay'), 'wage')(document))).toContain("sumInArray({panel.jobs}, 'wage', '{wage} > {age}')");
    expect(writeDocument(rename(keyOf(document, 'people'), 'household')(document))).toContain("maxInArray({household}, 'age', {age} > 60) + {household[0].age} + {AGE} + {household.length}");
  });

  it('for rows, items, pages and calculated values too', () => {
    const document = investigation();
    expect(writeDocument(renameRow(keyOf(document, 'parts'), 1, 'telephone')(document))).toContain('{parts.telephone} = 2');
    expect(writeDocument(rename(keyOf(document, 'phone'), 'mobile')(document))).toContain("{contact.mobile} = '{age}'");
    expect(writeDocument(rename(keyOf(document, 'start'), 'begin')(document))).toContain("isContainerReady('begin')");
    expect(writeDocument(rename(keyOf(document, 'total'), 'sum')(document))).toContain('{sum} > {age}');
  });

  it('and back again comes to the same', () => {
    const document = investigation();
    for (const part of partsOf(document).filter((each) => nameOf(each) !== '')) {
      expect(writeDocument(rename(part[key], nameOf(part))(rename(part[key], 'quite-another')(document))).toLowerCase()).toBe(writeDocument(document).toLowerCase());
    }
  });
});

describe('DSGN-11 what goes says who spoke of it', () => {
  it('with the place of each', () => {
    const document = investigation();
    const uses = usesOf(document, keysIn(placeOf(document, keyOf(document, 'contact'))!.part));
    expect(uses.map((use) => [nameOf(placeOf(document, use.key)!.part), use.property])).toEqual([['why', 'requiredIf'], ['why', 'title']]);
    expect(usesOf(document, keysIn(placeOf(document, keyOf(document, 'people'))!.part)).map((use) => nameOf(placeOf(document, use.key)!.part))).toEqual(['eldest']);
    expect(usesOf(remove(keyOf(document, 'age'))(document), new Set([keyOf(document, 'age')]))).toEqual([]);
  });
});

describe('DSGN-12 conditions are built by clicking', () => {
  it.each([
    ["{a} = 'x'"], ["{a} != 3 and {b.c} notempty"], ["{a} contains 'it\\'s' or {b} <= -1.5 or {c} = true"], ["{a} anyof ['x', 2]"], ['{a} empty'],
  ])('and read back from %s', (expression) => expect(expressionOf(linesOf(expression)!)).toBe(expression));

  it.each([['{a} = 1 and {b} = 2 or {c} = 3'], ['({a} = 1)'], ['{a} + 1 > 2'], ["age({a}) > 3"], ['{a} > {b}'], ["{a} = 'open"], ['{a} ='], ['not {a}'], ["{a} = ['x', 'y']"], ['{a} = 1 and']])(
    'while %s stays as it is written', (expression) => expect(linesOf(expression)).toBeNull());

  it('in whatever spelling', () => expect(expressionOf(linesOf("{a}<>'x' && {b} greaterorequal 2")!)).toBe("{a} != 'x' and {b} >= 2"));
});
