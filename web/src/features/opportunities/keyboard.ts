import type { CollisionDetection, KeyboardCoordinateGetter } from '@dnd-kit/core';
import { pointerWithin, rectIntersection } from '@dnd-kit/core';

/** The column below the pointer; without a pointer the one that the card covers. */
export const columnBelow: CollisionDetection = (args) => (args.pointerCoordinates === null ? rectIntersection(args) : pointerWithin(args));

/** Arrows carry a card from column to column, as they stand on the screen. */
export const toNextColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const columns = context.droppableContainers.getEnabled().flatMap((column) => {
    const rect = context.droppableRects.get(column.id);
    return rect === undefined ? [] : [{ id: column.id, rect }];
  }).sort((a, b) => a.rect.left - b.rect.left);
  const middle = currentCoordinates.x + (context.collisionRect?.width ?? 0) / 2;
  const over = columns.findIndex(({ id }) => id === context.over?.id);
  const at = over >= 0 ? over : columns.findIndex(({ rect }) => middle >= rect.left && middle < rect.right);
  const next = columns[Math.min(Math.max(at + step, 0), columns.length - 1)];
  return next === undefined ? undefined : { x: next.rect.left + 8, y: next.rect.top + 48 };
};
