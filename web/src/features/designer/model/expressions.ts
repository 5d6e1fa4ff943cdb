/** Where an expression speaks of names, found by reading its signs alone: nothing is evaluated in the browser. */

export interface Spoken {
  /** As written, without braces and quotes. */
  text: string;
  /** Of the text's first character. */
  from: number;
  /** name: {name} or displayValue('name'); container: isContainerReady('name'); field: of the list's items; item: a name in a filter over the list. */
  as: 'name' | 'container' | 'field' | 'item';
  /** Of field and item: the list's name. */
  list: string;
}

interface Call {
  word: string;
  argument: number;
  list: string;
}

const isLetter = (sign: string) => /[A-Za-z0-9_]/.test(sign);

export function spokenIn(expression: string): Spoken[] {
  const found: Spoken[] = [];
  const calls: Call[] = [];
  for (let at = 0; at < expression.length; ) {
    const sign = expression[at]!;
    const call = calls.at(-1);
    const inList = call !== undefined && call.word.endsWith('inarray');
    if (sign === '{') {
      const end = expression.indexOf('}', at);
      if (end < 0) break;
      const text = expression.slice(at + 1, end);
      if (inList && call.argument === 0) call.list = text;
      found.push(inList && call.argument === 2 ? { text, from: at + 1, as: 'item', list: call.list } : { text, from: at + 1, as: 'name', list: '' });
      at = end + 1;
    } else if (sign === "'" || sign === '"') {
      const end = endOfQuote(expression, at);
      const text = expression.slice(at + 1, end);
      if (call?.word === 'displayvalue' && call.argument === 0) found.push({ text, from: at + 1, as: 'name', list: '' });
      if (call?.word === 'iscontainerready' && call.argument === 0) found.push({ text, from: at + 1, as: 'container', list: '' });
      if (inList && call.argument === 1) found.push({ text, from: at + 1, as: 'field', list: call.list });
      if (inList && call.argument === 2) found.push(...spokenIn(text).filter((each) => each.as === 'name').map((each) => ({ ...each, from: each.from + at + 1, as: 'item' as const, list: call.list })));
      at = end + 1;
    } else if (isLetter(sign)) {
      const start = at;
      while (at < expression.length && isLetter(expression[at]!)) at++;
      if (expression[at] === '(') {
        calls.push({ word: expression.slice(start, at).toLowerCase(), argument: 0, list: '' });
        at++;
      }
    } else {
      if (sign === '(' || sign === '[') calls.push({ word: '', argument: 0, list: '' });
      else if (sign === ')' || sign === ']') calls.pop();
      else if (sign === ',' && call !== undefined) call.argument++;
      at++;
    }
  }
  return found;
}

/** A backslash before a quote makes it part of the text. */
export function endOfQuote(expression: string, at: number): number {
  const quote = expression[at];
  let end = at + 1;
  while (end < expression.length && expression[end] !== quote) end += expression[end] === '\\' ? 2 : 1;
  return Math.min(end, expression.length);
}

/** Names in a text, as piping finds them: {name}, on one line, without braces inside. */
export const pipedIn = (text: string): Spoken[] =>
  [...text.matchAll(/\{([^{}]+)\}/g)].map((match) => ({ text: match[1]!, from: match.index + 1, as: 'name' as const, list: '' }));
