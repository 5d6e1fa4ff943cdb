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

/** Of two colours #RRGGBB, as WCAG 2 works it out. */
function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [first, second]
    .map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)))
    .map(([red = 0, green = 0, blue = 0]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('WEB-24 what a state is called can be read on its tag', () => {
  it.each((['light', 'dark'] as const).flatMap((name) => (['Success', 'Info', 'Warning', 'Error'] as const).map((state) => [name, state] as const)))('in the %s theme: %s', (name, state) => {
    const tokens = theme.getDesignToken(themeOf(name));
    expect(contrast(tokens[`color${state}`], tokens[`color${state}Bg`])).toBeGreaterThanOrEqual(4.5);
  });
});
