import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en.json';
import zh from './zh-CN.json';

const source = new URL('..', import.meta.url).pathname;

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** Chinese has one plural form, English two: a text counts once. */
const texts = (locale: Record<string, string>) => new Set(Object.keys(locale).map((key) => key.replace(/_(?:one|other)$/, '')));

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('WEB-01 both languages are complete', () => {
  it('has the same texts in both', () => {
    expect([...texts(zh)].sort()).toEqual([...texts(en)].sort());
    expect(texts(zh).size).toBeGreaterThan(250);
  });

  it('has no empty text', () => {
    for (const locale of [zh, en]) expect(Object.entries(locale).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('uses the same placeholders in both', () => {
    const english: Record<string, string> = en;
    for (const [key, text] of Object.entries<string>(zh)) {
      expect(placeholders(english[key] ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('has both plural forms in English', () => {
    const plural = Object.keys(en).filter((key) => /_(?:one|other)$/.test(key));
    for (const key of plural) expect(Object.keys(en)).toContain(key.replace(/_(?:one|other)$/, key.endsWith('_one') ? '_other' : '_one'));
  });

  it('has every text that the code asks for', () => {
    const known = texts(zh);
    const asked = files(source).flatMap((text) =>
      [...text.matchAll(/\bt\(([^)]*)/g)].flatMap((call) => [...(call[1] ?? '').matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/gi)].map((match) => match[1] ?? '')),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });

  it('has words for every error that the server names', () => {
    const server = new URL('../../../src', import.meta.url).pathname;
    const named = readdirSync(server, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.cs') && !/(?:^|\/)(?:obj|bin)\//.test(file))
      .flatMap((file) => [...readFileSync(join(server, file), 'utf8').matchAll(/(?:Problems\.\w+\(|ListFault\(|ListFault \w+(?:\(.*?\) =>| \{ get; \} =) new\(|Missing = )(?:StatusCodes\.\w+, )?"([a-z][\w.-]*)"/g)])
      .map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(60);
    for (const locale of [zh, en]) expect(named.filter((code) => !(`problem.${code}` in locale) || !(`problem.${code}.help` in locale))).toEqual([]);
  });

  it('holds Chinese in no source file: words are in the locale files only', () => {
    // The language switch names each language in itself.
    const allowed = ["'中文'"];
    const offending = files(source).flatMap((text) =>
      text
        .split('\n')
        .filter((line) => /[\u4e00-\u9fff]/.test(line) && !/^\s*(?:\/\/|\*|\/\*)/.test(line) && !allowed.some((each) => line.includes(each))),
    );
    expect(offending).toEqual([]);
  });
});
