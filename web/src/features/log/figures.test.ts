import { describe, expect, it } from 'vitest';
import type { ReportRecord } from '../../api/log.ts';
import { counts, figureNames, reportedOf, reportsAddress } from './figures.ts';

const record = (part: Partial<ReportRecord>): ReportRecord => ({ id: 1, kind: 'visit', at: '', subject: '', customer: '', customerName: '', outcome: '', result: '', next: '', ref: '', ...part });

describe('LOG-06 a figure opens the records that it counts', () => {
  it('finds them by kind, outcome and next step', () => {
    const of = (part: Partial<ReportRecord>) => figureNames.filter((name) => counts(name, record(part)));
    expect(of({ outcome: 'absent' })).toEqual(['visits', 'contacts']);
    expect(of({ kind: 'call', outcome: 'agreed', next: 'task/1' })).toEqual(['calls', 'contacts', 'reached', 'nexts']);
    expect(of({ kind: 'task' })).toEqual(['tasks']);
  });

  it('opens the list of reports with its conditions in the address', () => {
    expect(reportsAddress(['late.eq:true'])).toBe('/log/reports?f=late.eq:true');
    expect(reportsAddress(['late.eq:true', 'unit.eq:1'])).toBe('/log/reports?f=and(late.eq:true,unit.eq:1)');
  });
});

describe('LOG-08 sums have fair denominators', () => {
  it('counts reports by the days on which they were owed', () => {
    expect(reportedOf({ owed: 4, missing: 1 })).toBe(0.75);
    expect(reportedOf({ owed: 0, missing: 0 })).toBeNull();
  });
});
