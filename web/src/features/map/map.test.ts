import { describe, expect, it } from 'vitest';
import type { HeldAttribute, MessageRow, Party, SourceRecord, SystemStatus } from '../../api/types.ts';
import { followChange } from './follow.ts';
import { healthOf, pulsesFor } from './health.ts';
import { bySpread } from './someCustomer.ts';
import { around, lanes, stacked } from './layout.ts';

const system = (part: Partial<SystemStatus> = {}): SystemStatus => ({
  system: 'CBS', kind: 'online', inbound: 1, outbound: 'connected', receivedPerSecond: 0, deliveredPerSecond: 0, backlog: 0, dead: 0,
  oldestDueSeconds: null, lastReceivedAt: null, lastDeliveredAt: null, customers: 0, ...part,
});

describe('WEB-07 a system’s state is its worst trouble', () => {
  it('puts a broken connection before dead letters, and those before a backlog', () => {
    expect(healthOf(system({ outbound: 'down', dead: 1, oldestDueSeconds: 60 }))).toBe('down');
    expect(healthOf(system({ dead: 1, oldestDueSeconds: 60 }))).toBe('dead');
    expect(healthOf(system({ backlog: 9, oldestDueSeconds: 60 }))).toBe('behind');
    expect(healthOf(system({ backlog: 9, oldestDueSeconds: 1 }))).toBe('well');
  });

  it('lets a system of files wait for the end of the day', () => {
    expect(healthOf(system({ kind: 'files', outbound: 'files', backlog: 50, oldestDueSeconds: 36_000 }))).toBe('well');
  });

  it('sends few pulses at any load', () => expect([0, 0.2, 9, 40, 5_000].map(pulsesFor)).toEqual([0, 1, 1, 2, 3]));
});

describe('WEB-08 the map keeps every card on the board', () => {
  const card = { width: 200, height: 120 };

  it.each([1, 2, 3, 6, 7, 9])('with %i systems', (count) => {
    const { nodes } = around(count, { width: 770, height: 640 }, card);
    for (const { x, y } of nodes) {
      expect(x).toBeGreaterThanOrEqual(100 - 1e-6);
      expect(x).toBeLessThanOrEqual(670 + 1e-6);
      expect(y).toBeGreaterThanOrEqual(60 - 1e-6);
      expect(y).toBeLessThanOrEqual(580 + 1e-6);
    }
  });

  it('stacks two columns on a phone, with the hub after the first row', () => {
    const { hub, nodes } = stacked(6, 358, { width: 172, height: 94 }, { width: 230, height: 78 }, 22);
    expect(new Set(nodes.map((node) => node.x)).size).toBe(2);
    expect(nodes[0]?.y).toBeLessThan(hub.y);
    expect(nodes[2]?.y).toBeGreaterThan(hub.y);
  });

  it('runs the two lanes side by side, in opposite directions', () => {
    const { inbound, outbound } = lanes({ x: 0, y: 0 }, card, { x: 500, y: 0 }, card, 6);
    expect(inbound.from.x).toBeLessThan(inbound.to.x);
    expect(outbound.from.x).toBeGreaterThan(outbound.to.x);
    expect(Math.abs(inbound.from.y - outbound.from.y)).toBe(12);
  });
});

describe('WEB-09 a change of the demo is followed into the other systems', () => {
  const start = '2026-06-01T00:00:00.000Z';
  const held = (due: boolean): HeldAttribute => ({ attribute: 'mobile', said: null, saidAt: null, told: null, holds: null, due });
  const record = (name: string, due: boolean, state = 'delivered'): SourceRecord => ({
    system: name, key: `${name}1`, status: 'open', link: 'automatic', branch: null, openedAt: null, attributes: [held(due)],
    delivery: { state, sequence: 1, tries: 1, reason: null },
  });
  const party = {
    records: [record('CBS', false), record('CLMS', false), record('EBANK', true), record('CARD', true, 'dead'), record('WMS', true)],
  } as unknown as Party;
  const sent = (name: string, at: string): MessageRow => ({
    system: name, id: 'ECIF1', direction: 'out', at, key: `${name}1`, outcome: 'Done', reason: null, text: null, field: null,
    partyNumber: null, durationMs: 20, repeats: 0, tries: 1, cursor: at,
  });
  const reply = { partyNumber: '8', system: 'CBS', key: 'CBS1', what: null };
  const states = (elapsed: number, ...rows: MessageRow[]) =>
    Object.fromEntries(followChange(reply, start, party, rows, new Set(['WMS']), elapsed).arrivals.map((each) => [each.system, each]));

  it('starts at a customer whom several systems know, at the system that was asked for', () => {
    const about = (name: string, partyNumber: string) => ({ ...sent(name, start), partyNumber });
    const rows = [about('CLMS', '1'), about('CLMS', '2'), about('EBANK', '2'), about('CARD', '3'), about('CARD', '3')];
    expect(bySpread(rows, null)[0]).toBe('2');
    expect(bySpread(rows, 'CARD')[0]).toBe('3');
  });

  it('leaves out the key that made it', () => expect(states(0)['CBS']).toBeUndefined());

  it('times an arrival from the hub’s hearing to the acknowledgement', () => {
    expect(states(0, sent('CLMS', '2026-06-01T00:00:00.100Z'))['CLMS']).toMatchObject({ state: 'arrived', afterMs: 120 });
  });

  it('is not taken in by an earlier delivery', () => {
    expect(states(0, sent('CLMS', '2026-05-31T23:59:59.000Z'))['CLMS']?.state).toBe('waiting');
  });

  it('tells waiting, dead letter, file and nothing-to-tell apart', () => {
    const after = states(10_000);
    expect(after['CLMS']?.state).toBe('nothing');
    expect(after['EBANK']?.state).toBe('waiting');
    expect(after['CARD']?.state).toBe('dead');
    expect(after['WMS']?.state).toBe('file');
  });
});
