import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';

/** What the server's feed says, word for word (tests/Ocrm.Tests/FeedText.cs). */
const text = readFileSync(new URL('../../../../tests/Ocrm.Tests/Tables/feed.ics', import.meta.url), 'utf8').replace(/\r?\n/g, '\r\n');

describe('CAL-05 the feed as another implementation reads it', () => {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = root.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  const series = events.find((each) => each.uid === 'weekly@granary' && !each.isRecurrenceException());

  it('has every event, with its words as they were written', () => {
    expect(events.map((each) => each.summary)).toEqual(['周例会；上午, 二楼\\东', '周例会（改期）', '培训']);
    expect(series?.description).toBe('带上\n本周的名单，并把超过七十五个字节的一行折成两行，这样别的日历也能读，读出来还是原来的一行');
    expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  });

  it('falls on the days that we say, without the one taken out and with the one that was moved', () => {
    if (series === undefined) throw new Error('the series is missing');
    for (const each of events) if (each.isRecurrenceException() && each.uid === series.uid) series.relateException(each);
    const falls: string[] = [];
    const every = series.iterator();
    for (let next = every.next(); next !== null && next !== undefined; next = every.next()) falls.push(series.getOccurrenceDetails(next).startDate.toJSDate().toISOString());
    expect(falls).toEqual(['2026-10-05T01:00:00.000Z', '2026-10-20T01:00:00.000Z', '2026-10-26T01:00:00.000Z', '2026-11-02T01:00:00.000Z']);
  });

  it('has whole days as days and a reminder a quarter of an hour before', () => {
    const whole = events.find((each) => each.uid === 'training@granary');
    expect([whole?.startDate.isDate, whole?.startDate.toString(), whole?.endDate.toString()]).toEqual([true, '2026-10-21', '2026-10-23']);
    expect(String(series?.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger'))).toBe('-PT15M');
  });
});
