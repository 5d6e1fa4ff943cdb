import { useDroppable } from '@dnd-kit/core';
import { memo } from 'react';
import type { Target } from './model/edits.ts';

/** Between two rows, where something can be dropped: a line while it would land there. */
export const Gap = memo(function Gap({ parent, list, at, empty }: Target & { empty?: string }) {
  const { setNodeRef, isOver } = useDroppable({ id: `${parent}/${list}/${at}`, data: { parent, list, at } satisfies Target });
  return <div ref={setNodeRef} className={empty === undefined ? 'gap' : 'gap gap-empty'} data-over={isOver} data-gap={`${list}/${at}`}>{empty}</div>;
});
