import { expect, test } from 'vitest';
import { outlineOf, textIn } from './outline.ts';

test('a text is taken in the language, without its region, or by default', () => {
  expect(textIn({ default: '年龄', en: 'Age' }, 'en')).toBe('Age');
  expect(textIn({ default: '年龄', en: 'Age' }, 'zh-CN')).toBe('年龄');
  expect(textIn({ 'zh-cn': '年龄' }, 'zh-CN')).toBe('年龄');
  expect(textIn(undefined, 'en')).toBe('');
});

test('an outline has the questions of panels and repeated groups under them, with their places', () => {
  const document = { pages: [{ name: 'one', elements: [{ type: 'panel', name: 'p', elements: [{ type: 'text', name: 'a', isRequired: true }] }, { type: 'paneldynamic', name: 'g', templateElements: [{ name: 'b' }] }] }] };
  expect(outlineOf(document, 'en').map((line) => [line.level, line.type, line.name, line.path])).toEqual([
    [0, 'page', 'one', 'pages[0]'],
    [1, 'panel', 'p', 'pages[0].elements[0]'],
    [2, 'text', 'a', 'pages[0].elements[0].elements[0]'],
    [1, 'paneldynamic', 'g', 'pages[0].elements[1]'],
    [2, 'text', 'b', 'pages[0].elements[1].templateElements[0]'],
  ]);
});
