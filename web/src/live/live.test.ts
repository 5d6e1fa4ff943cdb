import { describe, expect, it } from 'vitest';
import type { Change, SystemStatus } from '../api/types.ts';
import { backOffMs, initialLive, keptChanges, keptSamples, mergeChanges, reduceLive, type LiveState } from './liveState.ts';

const change = (id: number): Change => ({
  id,
  at: '2026-06-01T00:00:00Z',
  partyNumber: '8000000000010',
  version: id,
  maskedName: '张*',
  kind: 'person',
  cause: { system: 'CBS', messageId: `CBS${id}` },
  changed: ['mobile'],
  action: 'changed',
});

const system: SystemStatus = {
  system: 'CBS', kind: 'online', inbound: 1, outbound: 'connected', receivedPerSecond: 2, deliveredPerSecond: 1, backlog: 0, dead: 0,
  oldestDueSeconds: null, lastReceivedAt: null, lastDeliveredAt: null, customers: 3,
};

const after = (state: LiveState, ...events: Parameters<typeof reduceLive>[1][]) => events.reduce(reduceLive, state);

describe('WEB-04 the live stream comes back by itself', () => {
  it('says connecting at first, and lost only after something was lost', () => {
    expect(after(initialLive, { type: 'connecting' }).connection).toBe('connecting');
    expect(after(initialLive, { type: 'lost' }, { type: 'connecting' }).connection).toBe('lost');
    expect(after(initialLive, { type: 'lost' }, { type: 'connecting' }, { type: 'opened' })).toMatchObject({ connection: 'live', attempt: 0 });
  });

  it('keeps what it knew while it is lost', () => {
    const state = after(initialLive, { type: 'systems', at: 1, systems: [system] }, { type: 'changes', changes: [change(1)] }, { type: 'lost' });
    expect(state.systems).toEqual([system]);
    expect(state.changes).toHaveLength(1);
  });

  it('waits longer with every failure, up to half a minute, never in step with others', () => {
    expect(backOffMs(1, 0)).toBe(500);
    expect(backOffMs(4, 0)).toBe(4_000);
    expect(backOffMs(50, 0)).toBe(30_000);
    expect(backOffMs(4, 1)).toBe(2_000);
  });

  it('shows a change once, whether the stream or the page after the gap brought it', () => {
    const state = after(initialLive, { type: 'changes', changes: [change(2)] }, { type: 'changes', changes: [change(3), change(2), change(1)] });
    expect(state.changes.map((each) => each.id)).toEqual([3, 2, 1]);
  });

  it('gives the same list back where nothing is new, so that nothing is drawn again', () => {
    const kept = [change(2), change(1)];
    expect(mergeChanges(kept, [change(1)])).toBe(kept);
  });

  it('holds a bounded number of changes and samples', () => {
    let state = initialLive;
    for (let id = 0; id < keptSamples + 50; id++) state = after(state, { type: 'systems', at: id, systems: [system] }, { type: 'changes', changes: [change(id)] });
    expect(state.changes).toHaveLength(keptChanges);
    expect(state.samples).toHaveLength(keptSamples);
    expect(state.samples.at(-1)).toEqual({ at: keptSamples + 49, rates: { CBS: { received: 2, delivered: 1 } } });
  });
});
