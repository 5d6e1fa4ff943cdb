import type { ListOption } from '../../api/lists.ts';
import type { Pipeline } from '../../api/opportunities.ts';

/** The pipelines by which the list is filtered: legal entities that have one of the same code share a choice. */
export const pipelineChoices = (pipelines: readonly Pipeline[]): ListOption[] => once(pipelines.map((each) => ({ value: each.code, label: { zh: each.zh, en: each.en } })));

/** Their stages, as "pipeline/stage"; each says whose it is, since most pipelines have one of the same name. */
export const stageChoices = (pipelines: readonly Pipeline[]): ListOption[] =>
  once(pipelines.flatMap((of) => of.stages.map((each) => ({ value: `${of.code}/${each.code}`, label: { zh: `${of.zh} · ${each.zh}`, en: `${of.en} · ${each.en}` } }))));

const once = (choices: readonly ListOption[]): ListOption[] => choices.filter((each, at) => choices.findIndex((other) => other.value === each.value) === at);
