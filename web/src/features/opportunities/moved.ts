import type { Board, Card } from '../../api/opportunities.ts';

/** The board as it will be once a card lies in another stage: on top there, and counted there. What is weighted is worked out by the server. */
export function moved(board: Board, card: Card, stage: number): Board {
  const from = board.columns.find((column) => column.cards.some((each) => each.id === card.id))?.stage;
  const amount = card.amount ?? 0;
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column.stage === stage) return { ...column, count: column.count + 1, amount: column.amount === null ? null : column.amount + amount, cards: [{ ...card, days: 0, tooLong: false }, ...column.cards] };
      if (column.stage === from) return { ...column, count: column.count - 1, amount: column.amount === null ? null : column.amount - amount, cards: column.cards.filter((each) => each.id !== card.id) };
      return column;
    }),
  };
}
