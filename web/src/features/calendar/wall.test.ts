import { describe, expect, it } from 'vitest';
import { addDays, addMonths, momentOf, movedRule, offeredRules, today } from './wall.ts';

describe('CAL-20 the bank clock on the page', () => {
  it('says moments of the bank, wherever the browser is', () => {
    expect(momentOf('2026-10-05T09:00')).toBe('2026-10-05T09:00:00+08:00');
    expect(today(new Date('2026-10-04T16:30:00Z'))).toBe('2026-10-05');
  });

  it('steps by days and months and keeps to the last day of a short one', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('offers rules that fall on their own start and follow it when it moves', () => {
    expect(offeredRules('2026-10-05').weekly).toBe('FREQ=WEEKLY;BYDAY=MO');
    expect(movedRule('FREQ=WEEKLY;BYDAY=MO;COUNT=4', '2026-10-05', '2026-10-06')).toBe('FREQ=WEEKLY;BYDAY=TU;COUNT=4');
    expect(movedRule('FREQ=WEEKLY;BYDAY=MO,TU', '2026-10-05', '2026-10-07')).toBe('FREQ=WEEKLY;BYDAY=MO,TU');
  });
});
