import { describe, expect, it } from 'vitest';
import { forBank, fromBank } from './bank.ts';
import { childrenOf, readDocument, writeDocument } from './document.ts';

const block = {
  type: 'panel', name: 'recommend', bank: '12@3',
  elements: [
    { type: 'rating', name: 'nps', rateMin: 0, rateMax: 10 },
    { type: 'comment', name: 'why', visibleIf: '{nps} <= 6 and {other} = 1', title: { default: '{nps} 分', en: 'You gave {nps}' } },
    { type: 'paneldynamic', name: 'people', templateElements: [{ type: 'text', name: 'nps' }] },
    { type: 'text', name: 'nps2' },
  ],
};

describe('the bank of questions (DSGN-15)', () => {
  it('a block comes under names that are free, and what it says of itself follows', () => {
    const document = readDocument(JSON.stringify({ pages: [{ name: 'page1', elements: [{ type: 'text', name: 'NPS' }, { type: 'text', name: 'recommend' }] }] }));
    expect(JSON.parse(writeDocument(fromBank(block, document)))).toEqual({
      ...block, name: 'recommend2',
      elements: [{ ...block.elements[0], name: 'nps3' }, { ...block.elements[1], visibleIf: '{nps3} <= 6 and {other} = 1', title: { default: '{nps3} 分', en: 'You gave {nps3}' } }, block.elements[2], block.elements[3]],
    });
    expect(JSON.parse(writeDocument(fromBank(block, readDocument('{}'))))).toEqual(block);
  });

  it('a question goes into it without where it was from and without when it was asked', () => {
    const document = readDocument(JSON.stringify({ pages: [{ elements: [{ ...block, visibleIf: '{a} = 1', requiredIf: '{b} = 2' }] }] }));
    const { bank: _bank, ...kept } = block;
    expect(forBank(childrenOf(childrenOf(document, 'pages')[0]!, 'elements')[0]!)).toEqual(kept);
  });
});
