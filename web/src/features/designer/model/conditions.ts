import { endOfQuote } from './expressions.ts';

/** One line of a condition that is built by clicking. */
export interface Line {
  name: string;
  operator: Operator;
  /** What stands behind the operator, as texts and numbers; nothing for empty and notempty. */
  values: readonly (string | number | boolean)[];
}

export const operators = ['=', '!=', '>', '>=', '<', '<=', 'contains', 'notcontains', 'anyof', 'allof', 'noneof', 'empty', 'notempty'] as const;
export type Operator = (typeof operators)[number];

export interface Lines {
  join: 'and' | 'or';
  lines: readonly Line[];
}

export const takesNone = (operator: Operator) => operator === 'empty' || operator === 'notempty';

export const takesSeveral = (operator: Operator) => operator === 'anyof' || operator === 'allof' || operator === 'noneof';

/** The lines of an expression that is nothing but comparisons of names with values, all joined alike; null for any other, which stays as it is written. */
export function linesOf(expression: string): Lines | null {
  const signs = signsOf(expression);
  if (signs === null) return null;
  const lines: Line[] = [];
  let join: 'and' | 'or' | null = null;
  let at = 0;
  while (at < signs.length) {
    const [name, word, value] = [signs[at], signs[at + 1], signs[at + 2]];
    const operator = word?.kind === 'word' ? spellings[word.text] : undefined;
    if (name?.kind !== 'name' || operator === undefined) return null;
    if (takesNone(operator)) {
      lines.push({ name: name.text, operator, values: [] });
      at += 2;
    } else {
      if (value?.kind !== 'value' || (!takesSeveral(operator) && value.values.length !== 1)) return null;
      lines.push({ name: name.text, operator, values: value.values });
      at += 3;
    }
    if (at === signs.length) break;
    const joined = signs[at]?.kind === 'word' ? joins[(signs[at] as { text: string }).text] : undefined;
    if (joined === undefined || (join !== null && join !== joined) || at === signs.length - 1) return null;
    join = joined;
    at++;
  }
  return { join: join ?? 'and', lines };
}

export function expressionOf({ join, lines }: Lines): string {
  return lines.map(({ name, operator, values }) => {
    const behind = takesNone(operator) ? '' : takesSeveral(operator) ? ` [${values.map(literal).join(', ')}]` : ` ${literal(values[0] ?? '')}`;
    return `{${name}} ${operator}${behind}`;
  }).join(` ${join} `);
}

export const literal = (value: string | number | boolean): string => (typeof value === 'string' ? `'${value.replaceAll(/(['"])/g, '\\$1')}'` : String(value));

type Sign = { kind: 'name' | 'word'; text: string } | { kind: 'value'; values: (string | number | boolean)[] };

function signsOf(expression: string): Sign[] | null {
  const signs: Sign[] = [];
  let list: (string | number | boolean)[] | null = null;
  for (let at = 0; at < expression.length; ) {
    const rest = expression.slice(at);
    const sign = expression[at]!;
    const skipped = /^\s+/.exec(rest)?.[0] ?? (list !== null && sign === ',' ? ',' : '');
    const plain = /^-?\d+(?:\.\d+)?(?![\w.])|^(?:true|false)\b/i.exec(rest)?.[0];
    if (skipped !== '') at += skipped.length;
    else if (sign === "'" || sign === '"') {
      const end = endOfQuote(expression, at);
      if (end === expression.length) return null;
      const text = expression.slice(at + 1, end).replaceAll(/\\(['"])/g, '$1');
      if (list === null) signs.push({ kind: 'value', values: [text] });
      else list.push(text);
      at = end + 1;
    } else if (plain !== undefined) {
      const value = /^[tf]/i.test(plain) ? plain.toLowerCase() === 'true' : Number(plain);
      if (list === null) signs.push({ kind: 'value', values: [value] });
      else list.push(value);
      at += plain.length;
    } else if (sign === '[' && list === null) {
      list = [];
      at++;
    } else if (sign === ']' && list !== null) {
      signs.push({ kind: 'value', values: list });
      list = null;
      at++;
    } else {
      const name = /^\{([^{}]+)\}/.exec(rest);
      const word = name === null ? /^(?:[a-z]+|[=!<>*|&]+)/i.exec(rest)?.[0] : undefined;
      if (list !== null || (name === null && word === undefined)) return null;
      signs.push(name !== null ? { kind: 'name', text: name[1]! } : { kind: 'word', text: word!.toLowerCase() });
      at += name !== null ? name[0].length : word!.length;
    }
  }
  return list === null ? signs : null;
}

const joins: Readonly<Record<string, 'and' | 'or'>> = { and: 'and', '&&': 'and', or: 'or', '||': 'or' };

const spellings: Readonly<Record<string, Operator>> = {
  '=': '=', '==': '=', equal: '=', equals: '=', '!=': '!=', '<>': '!=', notequal: '!=', notequals: '!=',
  '>': '>', greater: '>', '>=': '>=', greaterorequal: '>=', '<': '<', less: '<', '<=': '<=', lessorequal: '<=',
  contains: 'contains', contain: 'contains', '*=': 'contains', notcontains: 'notcontains', notcontain: 'notcontains',
  anyof: 'anyof', allof: 'allof', noneof: 'noneof', empty: 'empty', notempty: 'notempty',
};
