import { expect, test } from 'vitest';
import { choiceLists, isSimple, readChoices, typedChoices } from './bankFragment.ts';

const fragment = { type: 'radiogroup', name: 'q', title: '年龄', choices: [{ value: 'young', text: { default: '年轻', en: 'Young' }, score: 3 }, { value: 'old', text: '年长' }] };

test('choices are typed a line each, and come back with their values', () => {
  expect(typedChoices(fragment)).toBe('年轻 | Young | 3\n年长');
  expect(readChoices(typedChoices(fragment), fragment)).toEqual(fragment.choices);
  expect(readChoices('a\n\nb | B', {})).toEqual([{ value: 'choice1', text: 'a' }, { value: 'choice2', text: { default: 'b', en: 'B' } }]);
});

test('what the form cannot show is not changed by it', () => {
  expect(isSimple(fragment)).toBe(true);
  expect(isSimple({ ...fragment, visibleIf: '{a} = 1' })).toBe(false);
  expect(isSimple({ type: 'matrix', name: 'm' })).toBe(false);
});

test('lists of a matrix are its rows and columns', () => {
  expect(choiceLists({ type: 'matrix', rows: ['r'], columns: [{ value: 1, text: 'bad' }] })).toEqual([[{ value: 'r', text: '' }], [{ value: '1', text: 'bad' }]]);
});
