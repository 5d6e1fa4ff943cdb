import { useRef, type PointerEvent } from 'react';
import type { ListColumn, Sort } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';

interface Props {
  column: ListColumn;
  name: string;
  sort: Sort | undefined;
  width: number;
  onSort: () => void;
  /** Null goes back to the usual width. */
  onWidth: (width: number | null) => void;
}

/** A heading that sorts by a click, and whose right edge can be dragged (or moved by arrows). */
export function HeadCell({ column, name, sort, width, onSort, onWidth }: Props) {
  const { t } = useTranslation();
  const start = useRef<{ x: number; width: number } | null>(null);
  const direction = sort === undefined ? 'none' : sort.descending ? 'descending' : 'ascending';

  function drag(event: PointerEvent<HTMLSpanElement>): void {
    if (start.current !== null) onWidth(start.current.width + event.clientX - start.current.x);
  }

  return (
    <th scope="col" aria-sort={column.sortable ? direction : undefined} data-type={column.type}>
      {column.sortable ? (
        <button type="button" className="list-sort" onClick={onSort} title={t('list.sort', { column: name })}>
          <span>{name}</span>
          <i aria-hidden="true" data-direction={direction} />
        </button>
      ) : (
        <span className="list-heading" title={name}>{name}</span>
      )}
      <span
        className="list-resize"
        role="separator"
        aria-orientation="vertical"
        aria-label={t('list.width', { column: name })}
        aria-valuenow={width}
        aria-valuemin={56}
        aria-valuemax={800}
        tabIndex={-1}
        onPointerDown={(event) => {
          start.current = { x: event.clientX, width };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          start.current = null;
        }}
        onDoubleClick={() => onWidth(null)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') onWidth(width + 16);
          if (event.key === 'ArrowLeft') onWidth(width - 16);
        }}
      />
    </th>
  );
}
