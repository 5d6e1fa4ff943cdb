import { describe, expect, it } from 'vitest';
import type { Board, Card } from '../../api/opportunities.ts';
import { moved } from './moved.ts';

const card = (id: number, amount: number | null): Card => ({ id, title: `${id}`, customer: '', name: '', product: '', amount, chance: 10, expected: '', owner: '', ownerName: '', days: 9, tooLong: true, version: 1 });
const board = (amount: number | null): Board => ({
  pipeline: { id: 1, entity: '230521', code: 'deposit', zh: '', en: '', state: 'open', stages: [], reasons: [], version: 1 },
  closedSince: '2026-10-01',
  columns: [{ stage: 1, count: 40, amount, weighted: amount, cards: [card(7, amount), card(8, amount)], next: null }, { stage: 2, count: 0, amount: amount === null ? null : 0, weighted: amount, cards: [], next: null }],
});

describe('OPP-20 a card lies in its new column at once', () => {
  it('on top, counted and added up there and no longer where it came from', () => {
    const after = moved(board(500), card(7, 500), 2);
    expect(after.columns.map((column) => [column.count, column.amount, column.cards.map((each) => each.id)])).toEqual([[39, 0, [8]], [1, 500, [7]]]);
    expect(after.columns[1]?.cards[0]?.tooLong).toBe(false);
  });

  it('without amounts for who sees none', () => {
    expect(moved(board(null), card(7, null), 2).columns.map((column) => column.amount)).toEqual([null, null]);
  });
});
