import { KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors, type CollisionDetection, type KeyboardCoordinateGetter } from '@dnd-kit/core';
import { role, type Part } from './model/document.ts';
import type { Target } from './model/edits.ts';
import type { Kind } from './model/kinds.ts';

/** What is dragged: something new from the palette, or a part with all that it holds. */
export type Dragged = { kind: Kind; part: null; held: null } | { kind: null; part: Part; held: ReadonlySet<string> };

const isPage = (dragged: Dragged | undefined) => dragged?.kind === 'page' || dragged?.part?.[role] === 'page';

/** Pages go among pages, elements wherever elements stand, nothing into itself. */
export const takes = (dragged: Dragged | undefined, target: Target | undefined): boolean =>
  target !== undefined && (target.list === 'pages') === isPage(dragged) && dragged?.held?.has(target.parent) !== true;

/** The gap nearest in height, among gaps of one height the innermost. */
export const nearestGap: CollisionDetection = ({ active, collisionRect, droppableRects, droppableContainers, pointerCoordinates }) => {
  const point = pointerCoordinates ?? { x: collisionRect.left + 8, y: collisionRect.top };
  return droppableContainers
    .flatMap((container) => {
      const rect = droppableRects.get(container.id);
      if (rect === undefined || !takes(active.data.current as Dragged | undefined, container.data.current as Target | undefined)) return [];
      const aside = Math.max(0, rect.left - point.x, point.x - rect.right);
      return [{ id: container.id, data: { droppableContainer: container, value: Math.abs(rect.top - point.y) + aside * 2 - rect.left / 10_000 } }];
    })
    .sort((one, other) => one.data.value - other.data.value)
    .slice(0, 1);
};

/** Arrows go from gap to gap. */
const byGaps: KeyboardCoordinateGetter = (event, { context: { active, collisionRect, droppableRects, droppableContainers, over } }) => {
  const by = event.code === 'ArrowDown' || event.code === 'ArrowRight' ? 1 : event.code === 'ArrowUp' || event.code === 'ArrowLeft' ? -1 : 0;
  if (by === 0 || collisionRect === null) return undefined;
  event.preventDefault();
  const gaps = droppableContainers.getEnabled()
    .filter((container) => takes(active?.data.current as Dragged | undefined, container.data.current as Target | undefined))
    .flatMap((container) => droppableRects.get(container.id) ?? [])
    .sort((one, other) => one.top - other.top || one.left - other.left);
  const from = (over === null ? undefined : droppableRects.get(over.id)) ?? collisionRect;
  const at = gaps.findIndex((gap) => gap.top === from.top && gap.left === from.left);
  const next = at >= 0 ? gaps[at + by] : by > 0 ? gaps.find((gap) => gap.top > from.top) : gaps.findLast((gap) => gap.top < from.top);
  return next === undefined ? undefined : { x: next.left, y: next.top };
};

// The same objects at every drawing: a sensor with other options makes every row and every gap anew.
const byMouse = { activationConstraint: { distance: 5 } };
const byTouch = { activationConstraint: { delay: 180, tolerance: 8 } };
const byKeys = { coordinateGetter: byGaps };

export function useDragSensors() {
  return useSensors(useSensor(MouseSensor, byMouse), useSensor(TouchSensor, byTouch), useSensor(KeyboardSensor, byKeys));
}
