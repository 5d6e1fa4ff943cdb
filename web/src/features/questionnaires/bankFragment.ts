import type { Fragment } from '../../api/library.ts';
import { objectsIn, textIn } from './outline.ts';

export interface ChoiceLine {
  value: string;
  text: unknown;
  score?: number;
}

/** Types that the form of the bank makes; others come from the designer. */
export const simpleTypes = ['radiogroup', 'checkbox', 'dropdown', 'text', 'comment', 'rating', 'boolean'] as const;

const formProperties = new Set(['type', 'name', 'title', 'choices', 'isRequired', 'scored', 'bank']);

export function choiceLists(fragment: Fragment): ChoiceLine[][] {
  return ['choices', 'rows', 'columns', 'rateValues'].map((name) => fragment[name]).filter(Array.isArray).map((list: readonly unknown[]) => list.map((each) => {
    if (typeof each !== 'object' || each === null) return { value: String(each), text: '' };
    const item = each as Fragment;
    return { value: String(item['value'] ?? item['name'] ?? ''), text: item['text'] ?? item['title'], ...(typeof item['score'] === 'number' ? { score: item['score'] } : {}) };
  }));
}

/** Whether the form can show all of it; what it cannot is changed in the designer, so that nothing is lost. */
export const isSimple = (fragment: Fragment): boolean =>
  (simpleTypes as readonly string[]).includes(String(fragment['type'])) && Object.keys(fragment).every((name) => formProperties.has(name));

/** Choices as somebody types them, one a line: Chinese | English | score. */
export function typedChoices(fragment: Fragment): string {
  return objectsIn(fragment, 'choices').map((each) => [textIn(each['text'] ?? each['value'], 'zh-CN'), typeof each['text'] === 'object' ? textIn(each['text'], 'en') : '', each['score'] ?? ''].join(' | ').replace(/( \| )+$/, '')).join('\n');
}

/** Choices keep the value that they had at their place, so that answers of older versions stay comparable. */
export function readChoices(typed: string, before: Fragment): Fragment[] {
  const known = objectsIn(before, 'choices');
  return typed.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line, at) => {
    const [chinese = '', english = '', score = ''] = line.split('|').map((part) => part.trim());
    return { value: known[at]?.['value'] ?? `choice${at + 1}`, text: english === '' ? chinese : { default: chinese, en: english }, ...(score !== '' && Number.isFinite(Number(score)) ? { score: Number(score) } : {}) };
  });
}
