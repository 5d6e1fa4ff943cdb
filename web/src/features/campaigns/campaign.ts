import type { CampaignPlan, CampaignStep, SelectionCount } from '../../api/campaigns.ts';

export const stepKinds = ['task', 'sms', 'mail', 'questionnaire', 'inapp', 'list', 'qr', 'wait', 'branch'] as const;
export type StepKind = (typeof stepKinds)[number];

/** States keep one colour each, wherever they stand. */
export function stateColour(state: string): string {
  switch (state) {
    case 'running':
      return 'success';
    case 'submitted':
    case 'freezing':
    case 'paused':
      return 'warning';
    case 'stopped':
      return 'error';
    default:
      return 'default';
  }
}

const bothEmpty = () => ({ zh: '', en: '' });

/** A step as it begins, behind all others. */
export function freshStep(kind: StepKind, steps: readonly CampaignStep[]): CampaignStep {
  const id = Math.max(0, ...steps.map((each) => each.id)) + 1;
  const texts = kind === 'wait' || kind === 'branch' || kind === 'list' || kind === 'qr';
  return {
    id, kind, next: 0, otherwise: 0,
    title: texts || kind === 'sms' ? null : bothEmpty(),
    text: texts ? null : bothEmpty(),
    channel: kind === 'questionnaire' ? 'sms' : '',
    days: kind === 'wait' || kind === 'task' ? 3 : 0,
    until: '',
    if: kind === 'branch' ? { on: 'response', value: '', step: 0, amount: 0 } : null,
    questionnaire: 0,
    link: '',
  };
}

/** A new step goes on from where the last one ended. */
export function withStep(plan: CampaignPlan, kind: StepKind): CampaignPlan {
  const added = freshStep(kind, plan.steps);
  const last = plan.steps.at(-1);
  const steps = plan.steps.map((each) => (each === last && each.next === 0 ? { ...each, next: added.id } : each));
  return { ...plan, steps: [...steps, added] };
}

/** Whoever led to a step that goes leads to what came after it. */
export function withoutStep(plan: CampaignPlan, id: number): CampaignPlan {
  const gone = plan.steps.find((each) => each.id === id);
  const after = (to: number) => (to === id ? (gone?.next === id ? 0 : gone?.next ?? 0) : to);
  return { ...plan, steps: plan.steps.filter((each) => each.id !== id).map((each) => ({ ...each, next: after(each.next), otherwise: after(each.otherwise) })) };
}

export function withChangedStep(plan: CampaignPlan, id: number, part: Partial<CampaignStep>): CampaignPlan {
  return { ...plan, steps: plan.steps.map((each) => (each.id === id ? { ...each, ...part } : each)) };
}

export interface Audience {
  looked: number;
  contacted: number;
  held: number;
  out: readonly { outcome: string; count: number }[];
}

/** What became of every customer of the segments; the parts add up to all. */
export function audienceOf(counts: readonly SelectionCount[]): Audience {
  const sum = (which: (each: SelectionCount) => boolean) => counts.filter(which).reduce((all, each) => all + each.count, 0);
  const outcomes = [...new Set(counts.map((each) => each.outcome))].filter((each) => each !== 'in');
  return {
    looked: sum(() => true),
    contacted: sum((each) => each.outcome === 'in' && !each.held),
    held: sum((each) => each.outcome === 'in' && each.held),
    out: outcomes.map((outcome) => ({ outcome, count: sum((each) => each.outcome === outcome) })).sort((a, b) => b.count - a.count),
  };
}

export const grouping = (by: string | null) => (by === 'manager' ? 'manager' as const : 'unit' as const);
