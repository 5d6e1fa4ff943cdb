import type { Change, SystemStatus } from '../api/types.ts';

/** How many changes the stream keeps: what one scrolls through, not a log (the log is on the server). */
export const keptChanges = 200;

/** Five minutes of seconds, for the throughput chart. */
export const keptSamples = 300;

/** No event for this long means that the connection is dead, whatever the browser thinks: the server sends one a second. */
export const silentAfterMs = 6_000;

export interface Sample {
  /** Client time in milliseconds. */
  at: number;
  rates: Readonly<Record<string, { received: number; delivered: number }>>;
}

export interface LiveState {
  connection: 'connecting' | 'live' | 'lost';
  /** Failed attempts since the last event. */
  attempt: number;
  systems: readonly SystemStatus[] | null;
  /** Counts `systems` events; pulses of the map start with each. */
  tick: number;
  samples: readonly Sample[];
  /** Newest first, each id once. */
  changes: readonly Change[];
}

export type LiveEvent =
  | { type: 'connecting' }
  | { type: 'opened' }
  | { type: 'lost' }
  | { type: 'systems'; at: number; systems: readonly SystemStatus[] }
  | { type: 'changes'; changes: readonly Change[] }
  /** A customer changed, for those who may not read the log of changes. */
  | { type: 'customer'; partyNumber: string }
  /** There is a notification: what it says is asked for, so that it obeys the rights of now. */
  | { type: 'notified' };

export const initialLive: LiveState = { connection: 'connecting', attempt: 0, systems: null, tick: 0, samples: [], changes: [] };

export function reduceLive(state: LiveState, event: LiveEvent): LiveState {
  switch (event.type) {
    case 'connecting':
      return { ...state, connection: state.attempt === 0 ? 'connecting' : 'lost' };
    case 'opened':
      return { ...state, connection: 'live', attempt: 0 };
    case 'lost':
      return { ...state, connection: 'lost', attempt: state.attempt + 1 };
    case 'systems':
      return {
        ...state,
        connection: 'live',
        attempt: 0,
        systems: event.systems,
        tick: state.tick + 1,
        samples: [...state.samples.slice(1 - keptSamples), sampleOf(event.at, event.systems)],
      };
    case 'customer':
    case 'notified':
      return state;
    case 'changes':
      return { ...state, changes: mergeChanges(state.changes, event.changes) };
  }
}

/** Both the stream and the page that fills a gap after a reconnection bring changes: each is kept once, newest first. */
export function mergeChanges(kept: readonly Change[], arrived: readonly Change[]): readonly Change[] {
  const known = new Set(kept.map((change) => change.id));
  const fresh = arrived.filter((change) => !known.has(change.id));
  if (fresh.length === 0) return kept;
  return [...kept, ...fresh].sort((a, b) => b.id - a.id).slice(0, keptChanges);
}

/** Doubles from half a second to 30 seconds, with up to half taken off at random so that browsers do not come back in step. */
export function backOffMs(attempt: number, random: number): number {
  const full = Math.min(30_000, 500 * 2 ** Math.max(0, attempt - 1));
  return Math.round(full * (1 - random / 2));
}

function sampleOf(at: number, systems: readonly SystemStatus[]): Sample {
  return {
    at,
    rates: Object.fromEntries(
      systems.map((each) => [each.system, { received: each.receivedPerSecond, delivered: each.deliveredPerSecond }]),
    ),
  };
}
