/**
 * Stands in for rc-util's `Dom/dynamicCSS` and the icons' `cssUtils` (see build/adopted-styles.ts): the same functions, but the rules go into
 * `document.adoptedStyleSheets` instead of <style> elements, so that the page needs no 'unsafe-inline' and no nonce.
 * Callers get a detached <style> element back, because they write marks onto it.
 */

interface Options {
  mark?: string;
  prepend?: boolean | 'queue';
  priority?: number;
  attachTo?: unknown;
}

interface Entry {
  id: string;
  css: string;
  /** Prepended rules come before appended ones; among the queued ones a higher priority comes later. */
  rank: number;
  sheet: CSSStyleSheet;
  node: HTMLStyleElement;
}

const entries: Entry[] = [];
let anonymous = 0;

function rankOf(options: Options): number {
  if (options.prepend === 'queue') return options.priority ?? 0;
  return options.prepend === true ? -1_000_000 : 1_000_000;
}

function idOf(key: string, options: Options): string {
  return `${options.mark ?? 'rc-util-key'}|${key}`;
}

function adopt(id: string, css: string, options: Options): HTMLStyleElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const entry: Entry = { id, css, rank: rankOf(options), sheet, node: document.createElement('style') };
  const next = entries.findIndex((other) => other.rank > entry.rank);
  const index = next < 0 ? entries.length : next;
  entries.splice(index, 0, entry);
  document.adoptedStyleSheets = entries.map((each) => each.sheet);
  return entry.node;
}

export function injectCSS(css: string, options: Options = {}): HTMLStyleElement {
  anonymous += 1;
  return adopt(`anonymous|${anonymous}`, css, options);
}

export function updateCSS(css: string, key: string, options: Options = {}): HTMLStyleElement {
  const id = idOf(key, options);
  const existing = entries.find((entry) => entry.id === id);
  if (existing === undefined) return adopt(id, css, options);
  if (existing.css !== css) {
    existing.css = css;
    existing.sheet.replaceSync(css);
  }
  return existing.node;
}

export function removeCSS(key: string, options: Options = {}): void {
  const id = idOf(key, options);
  const index = entries.findIndex((entry) => entry.id === id);
  if (index < 0) return;
  entries.splice(index, 1);
  document.adoptedStyleSheets = entries.map((each) => each.sheet);
}

/** Of the icons' module: nothing here lives in a shadow tree. */
export function getShadowRoot(): null {
  return null;
}

/** Of the icons' module: says that an icon has no drawing, which only a mistake of ours could cause. */
export function warningOnce(valid: boolean, message: string): void {
  if (!valid) console.error(message);
}

/** There is no container to forget. */
export function clearContainerCache(): void {}
