import { describe, expect, it } from 'vitest';
import { languageOf } from './preferences.ts';

describe('WEB-10 the language is the browser’s until one chooses', () => {
  it('is Chinese for any Chinese, and where the browser says nothing', () => {
    expect(languageOf(null, ['zh-TW', 'en'])).toBe('zh-CN');
    expect(languageOf(null, [])).toBe('zh-CN');
  });

  it('is English for everything else', () => expect(languageOf(null, ['de-DE', 'zh-CN'])).toBe('en'));

  it('is what was chosen', () => expect(languageOf('zh-CN', ['en'])).toBe('zh-CN'));

  it('ignores what it does not know', () => expect(languageOf('fr', ['en'])).toBe('en'));
});
