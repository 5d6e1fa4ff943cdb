import type { ListAction, ListColumn, ListDescription } from '../../api/lists.ts';

/** What an action wants to know. The server takes names and texts; which ones belongs to the action's own meaning. */
const wanted: Readonly<Record<string, readonly string[]>> = { allocate: ['manager'] };

/** Each argument as a column, so that it is entered as the column's values are. */
export function argumentsOf(action: ListAction, description: ListDescription): readonly ListColumn[] {
  return (wanted[action.name] ?? []).map(
    (name) => description.columns.find((column) => column.name === name) ?? { name, type: 'text', sortable: false, filters: [], default: false },
  );
}
