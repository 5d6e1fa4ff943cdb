import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatDuration, formatRate } from './figures.ts';
import { formatDate, formatExact, formatLogTime, formatWhen } from './time.ts';

describe('WEB-02 times are Beijing times, as people say them', () => {
  const now = new Date('2026-06-01T06:30:00Z'); // 14:30 in Beijing

  it('writes the exact time in Beijing wherever the browser is', () => {
    expect(formatExact('2026-05-31T16:00:05Z')).toBe('2026-06-01 00:00:05');
    expect(formatDate('2026-05-31T16:00:05Z')).toBe('2026-06-01');
    expect(formatDate('2026-05-31')).toBe('2026-05-31');
  });

  it('counts seconds and minutes within the hour', () => {
    expect(formatWhen('2026-06-01T06:29:48Z', now, 'zh-CN')).toBe('12秒前');
    expect(formatWhen('2026-06-01T06:25:00Z', now, 'zh-CN')).toBe('5分钟前');
    expect(formatWhen('2026-06-01T06:25:00Z', now, 'en')).toBe('5m ago');
  });

  it('never speaks of the future because the browser’s clock is slow', () => {
    expect(formatWhen('2026-06-01T06:30:03Z', now, 'en')).toBe('now');
  });

  it('names today and yesterday by the day in Beijing', () => {
    expect(formatWhen('2026-05-31T16:10:00Z', now, 'zh-CN')).toBe('今天 00:10');
    expect(formatWhen('2026-05-31T15:50:00Z', now, 'zh-CN')).toBe('昨天 23:50');
    expect(formatWhen('2026-05-31T15:50:00Z', now, 'en')).toBe('Yesterday 23:50');
  });

  it('counts days within the week, then gives the date', () => {
    expect(formatWhen('2026-05-29T04:00:00Z', now, 'zh-CN')).toBe('3天前');
    expect(formatWhen('2026-05-25T04:00:00Z', now, 'zh-CN')).toBe('2026-05-25');
  });

  it('leaves the date out of a log’s times today', () => {
    expect(formatLogTime('2026-06-01T00:30:00.125Z', now)).toBe('08:30:00.125');
    expect(formatLogTime('2026-05-30T00:30:00.125Z', now)).toBe('05-30 08:30:00.125');
  });
});

describe('WEB-03 figures keep the precision that one can use', () => {
  it('groups whole numbers', () => expect(formatCount(1234567, 'zh-CN')).toBe('1,234,567'));

  it('shows a rate of anything that moves', () => {
    expect(formatRate(0, 'en')).toBe('0');
    expect(formatRate(0.01, 'en')).toBe('<0.1');
    expect(formatRate(0.33, 'en')).toBe('0.3');
    expect(formatRate(9.96, 'en')).toBe('10');
    expect(formatRate(1234.4, 'en')).toBe('1,234');
  });

  it('says how large a file is', () => {
    expect([0, 999, 1_000, 999_499, 999_500, 10_485_760].map((bytes) => formatBytes(bytes, 'en'))).toEqual(['0 B', '999 B', '1 kB', '999 kB', '1 MB', '10.5 MB']);
  });

  it('goes from milliseconds to hours', () => {
    expect(formatDuration(null, 'en')).toBe('–');
    expect(formatDuration(0.4, 'en')).toBe('<1 ms');
    expect(formatDuration(86.4, 'en')).toBe('86 ms');
    expect(formatDuration(1_234, 'en')).toBe('1.23 s');
    expect(formatDuration(90_000, 'en')).toBe('1 min');
    expect(formatDuration(5_400_000, 'en')).toBe('1 h 30 min');
  });
});
