import type { Item } from './names.ts';
import { anyText, withText, type Language } from './texts.ts';

/** One choice a line: "value|text", text and score with a tab between them as a sheet gives them, or a text alone, of which a value is made. */
export function readItems(text: string, before: readonly Item[], language: Language): Item[] {
  const taken = new Set<string>();
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '').map((line, at) => {
    const [said = '', points] = line.split('\t').map((each) => each.trim());
    const bar = said.indexOf('|');
    const wording = bar < 0 ? said : said.slice(bar + 1).trim();
    const known = before.find((item) => (bar < 0 ? (anyText(item.text, language) || String(item.value)) === said : String(item.value) === said.slice(0, bar).trim()));
    const wanted = known?.value ?? (bar < 0 ? (/^[\w.-]{1,20}$/.test(said) ? said : `item${at + 1}`) : said.slice(0, bar).trim());
    let value = wanted;
    for (let number = 2; taken.has(String(value).toLowerCase()); number++) value = `${String(wanted)}-${number}`;
    taken.add(String(value).toLowerCase());
    const score = points === undefined || points === '' || Number.isNaN(Number(points)) ? known?.score : Number(points);
    const words = wording === String(value) && known?.text === undefined ? undefined : withText(known?.text, language, wording);
    return { ...known, value, ...(words === undefined ? {} : { text: words }), ...(score === undefined ? {} : { score }) };
  });
}

export const writeItems = (items: readonly Item[], language: Language): string =>
  items.map((item) => {
    const words = anyText(item.text, language);
    return `${words === '' ? String(item.value) : `${String(item.value)}|${words}`}${typeof item.score === 'number' ? `\t${item.score}` : ''}`;
  }).join('\n');
