import type { ListAction, ListColumn, ListDescription } from '../../api/lists.ts';

/** What an action wants to know. The server takes names and texts; which ones belongs to the action's own meaning. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  allocate: ['manager'],
  distribute: ['managers'],
  assist: ['assistants', 'share'],
  unassist: ['assistants'],
  return: ['reason'],
  ask: ['asked', 'channel'],
  tag: ['tags'],
  untag: ['tags'],
  join: ['segment'],
  leave: ['segment'],
  'give-tasks': ['title', 'dueOn'],
  'start-plan': ['plan', 'startOn'],
  'transfer-tasks': ['assignee'],
  'cancel-tasks': ['reason'],
  'send-again': ['reason'],
  'let-be': ['reason'],
  'give-opportunities': ['owner'],
};

/** What arguments are that are no column of the list; the others are texts. */
const types: Readonly<Record<string, ListColumn['type']>> = { dueOn: 'date', startOn: 'date', share: 'number' };

/** Arguments that are one of a few words. */
const choices: Readonly<Record<string, readonly string[]>> = { channel: ['sms', 'mail'] };

/** Arguments that may stay empty. */
export const optional: ReadonlySet<string> = new Set(['managers']);

/** Each argument as a column, so that it is entered as the column's values are. */
export function argumentsOf(action: ListAction, description: ListDescription): readonly ListColumn[] {
  return (wanted[action.name] ?? []).map(
    (name) => description.columns.find((column) => column.name === name) ?? { name, type: types[name] ?? 'text', sortable: false, filters: [], default: false, ...(choices[name] === undefined ? {} : { options: choices[name] }) },
  );
}
