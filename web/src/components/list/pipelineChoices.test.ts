import { describe, expect, it } from 'vitest';
import type { Pipeline } from '../../api/opportunities.ts';
import { pipelineChoices, stageChoices } from './pipelineChoices.ts';

const stage = (id: number, code: string, zh: string) => ({ id, code, zh, en: code, kind: 'open', chance: 10, needs: [], days: 0, state: 'open' });
const pipeline = (id: number, code: string, zh: string, stages: Pipeline['stages']): Pipeline => ({ id, entity: `23${id}`, code, zh, en: code, state: 'open', stages, reasons: [], version: 1 });

describe('OPP-22 the list is filtered by the names of pipelines and stages', () => {
  const pipelines = [pipeline(1, 'deposit', '存款', [stage(1, 'new', '新建'), stage(2, 'won', '成交')]), pipeline(2, 'loan', '贷款', [stage(3, 'new', '新建')]), pipeline(3, 'deposit', '储蓄', [stage(4, 'new', '新建'), stage(5, 'talk', '面谈')])];

  it('each code once, named as the first legal entity names it', () => {
    expect(pipelineChoices(pipelines)).toEqual([{ value: 'deposit', label: { zh: '存款', en: 'deposit' } }, { value: 'loan', label: { zh: '贷款', en: 'loan' } }]);
  });

  it('a stage by its pipeline and its own name', () => {
    expect(stageChoices(pipelines).map((each) => [each.value, (each.label as { zh: string }).zh])).toEqual([['deposit/new', '存款 · 新建'], ['deposit/won', '存款 · 成交'], ['loan/new', '贷款 · 新建'], ['deposit/talk', '储蓄 · 面谈']]);
  });
});
