import { describe, expect, it } from 'vitest';
import { readItems, writeItems } from './paste.ts';

describe('DSGN-13 pasted lines become choices', () => {
  it('with values of their own, words, and scores behind a tab', () => {
    expect(readItems('yes\n\nnot at all\t5\r\nno|No, never', [], 'en')).toEqual([{ value: 'yes' }, { value: 'item2', text: { en: 'not at all' }, score: 5 }, { value: 'no', text: { en: 'No, never' } }]);
    expect(readItems('a\na', [], 'en').map((item) => item.value)).toEqual(['a', 'a-2']);
  });

  it('and keep what was there under the same value or words', () => {
    const before = [{ value: 1, text: { default: 'x', en: 'one' }, score: 3 }, { value: 'b' }];
    expect(readItems(writeItems(before, 'en'), before, 'en')).toEqual(before);
    expect(readItems('b\none', before, 'en')).toEqual([{ value: 'b' }, before[0]]);
  });
});
