import type { DayFigures, ReportRecord, RollUpRow } from '../../api/log.ts';

export const figureNames = ['visits', 'calls', 'contacts', 'reached', 'tasks', 'nexts', 'overdue'] as const;

export type FigureName = (typeof figureNames)[number];

const spoken: ReadonlySet<string> = new Set(['reached', 'agreed', 'refused']);

/** Whether a record is one of those that a figure counts. Overdue tasks are in the list of tasks and not among what was done. */
export function counts(figure: FigureName, { kind, outcome, next }: ReportRecord): boolean {
  switch (figure) {
    case 'visits': return kind === 'visit';
    case 'calls': return kind === 'call';
    case 'contacts': return kind !== 'task';
    case 'reached': return kind !== 'task' && spoken.has(outcome);
    case 'tasks': return kind === 'task';
    case 'nexts': return next !== '';
    case 'overdue': return false;
  }
}

/** Tasks of a person that were due by a day and are open, in the list of tasks. */
export const overdueAddress = (person: string, day: string) => `/tasks?f=and(assignee.eq:${encodeURIComponent(person)},state.eq:open,dueOn.lte:${day})`;

/** The list of reports with some conditions, as its address has them. */
export const reportsAddress = (conditions: readonly string[]) => `/log/reports?f=${conditions.length === 1 ? conditions[0] ?? '' : `and(${conditions.join(',')})`}`;

/** How many of the reports that were owed are there: a day away is owed by nobody. Null where none was owed. */
export const reportedOf = ({ owed, missing }: Pick<RollUpRow, 'owed' | 'missing'>): number | null => (owed === 0 ? null : (owed - missing) / owed);

export const valueOf = (figures: DayFigures, name: FigureName): number => figures[name];

/** The time in China of a moment, as HH:MM, wherever the browser is. */
export const bankClock = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
