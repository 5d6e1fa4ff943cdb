import { readFileSync } from 'node:fs';
import { theme } from 'antd';
import { describe, expect, it } from 'vitest';
import type { ThemeName } from './preferences.ts';
import { themeOf } from './theme.ts';

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

function written(name: ThemeName): Record<string, string> {
  const block = sheet.split(`html[data-theme='${name}'] {`)[1]?.split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--g-([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

describe('WEB-13 the pages without Ant Design wear the same colours', () => {
  it.each(['light', 'dark'] as const)('in the %s theme', (name) => {
    const tokens: Record<string, unknown> = { ...theme.getDesignToken(themeOf(name)) };
    const colours = written(name);
    expect(Object.keys(colours).length).toBeGreaterThan(15);
    for (const [token, value] of Object.entries(colours)) expect(value, token).toBe(tokens[camel(token)]);
  });
});
