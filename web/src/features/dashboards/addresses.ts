import type { DashboardScope, DashboardView } from '../../api/dashboards.ts';

/** What a figure opens: the list with the same scope and the same conditions, so that its count is the figure. */

type Days = Pick<DashboardView, 'monthStart' | 'contactedSince' | 'today' | 'level'>;

const columns = {
  customers: { entity: 'entity', unit: 'unit', manager: 'manager', place: 'place' },
  tasks: { entity: 'entity', unit: 'unit', manager: 'assignee' },
  visits: { entity: 'entity', unit: 'unit', manager: 'person' },
} as const;

const conditions = {
  customers: () => ['customers', 'status.eq:active'],
  opened: ({ monthStart }: Days) => ['customers', 'status.eq:active', `openedAt.gte:${monthStart}`],
  before: ({ monthStart }: Days) => ['customers', 'status.eq:active', `openedAt.lt:${monthStart}`],
  contacted: ({ contactedSince }: Days) => ['customers', 'status.eq:active', `lastContact.gte:${contactedSince}`],
  uncovered: ({ contactedSince }: Days) => ['customers', 'status.eq:active', `lastContact.lt:${contactedSince}`],
  due: () => ['tasks', 'state.eq:open'],
  overdue: ({ today }: Days) => ['tasks', 'state.eq:open', `dueOn.lt:${today}`],
  done: ({ monthStart }: Days) => ['tasks', 'state.eq:done', `doneAt.gte:${monthStart}`],
  visits: ({ monthStart }: Days) => ['visits', 'state.eq:done', 'kind.eq:visit', `at.gte:${monthStart}`],
  calls: ({ monthStart }: Days) => ['visits', 'state.eq:done', 'kind.eq:call', `at.gte:${monthStart}`],
} as const;

export type Figure = keyof typeof conditions;

/** @param row The code of one row; undefined for all of the scope. */
export function addressOf(figure: Figure, days: Days, scope: DashboardScope, row?: string): string {
  const [list = '', ...which] = conditions[figure](days);
  const names: Readonly<Record<string, string>> = columns[list as keyof typeof columns];
  const where = (level: string, code: string) => {
    const column = names[level];
    return column === undefined ? [] : [code === '' ? `${column}.empty` : `${column}.eq:${encodeURIComponent(code)}`];
  };
  const within = (['entity', 'unit', 'manager'] as const).flatMap((level) => (scope[level] === '' ? [] : where(level, scope[level])));
  const all = [...within, ...(row === undefined ? [] : where(days.level, row)), ...which];
  return `/${list}?f=${all.length === 1 ? all[0] ?? '' : `and(${all.join(',')})`}`;
}
