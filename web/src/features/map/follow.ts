import type { DemoReply, MessageRow, Party } from '../../api/types.ts';

/** Where a change of the demo has got to in one other system. */
export interface Arrival {
  system: string;
  key: string;
  state: 'arrived' | 'waiting' | 'file' | 'dead' | 'nothing';
  /** From the change's arrival at the hub to this system's acknowledgement. */
  afterMs: number | null;
}

export interface Followed {
  startedAt: string;
  arrivals: readonly Arrival[];
  settled: boolean;
}

/** Without news for this long, a system has nothing to be told: it already held the value, or has no place for it. */
const patienceMs = 4_000;

export function followChange(
  reply: DemoReply,
  startedAt: string,
  party: Party,
  messages: readonly MessageRow[],
  files: ReadonlySet<string>,
  elapsedMs: number,
): Followed {
  const start = Date.parse(startedAt);
  const arrivals = party.records
    // A closed key is told nothing any more.
    .filter((record) => record.status === 'open' && (record.system !== reply.system || record.key !== reply.key))
    .map((record): Arrival => {
      const { system, key } = record;
      const sent = messages.find(
        (row) => row.direction === 'out' && row.system === system && row.key === key && Date.parse(row.at) >= start && isDone(row.outcome),
      );
      if (sent !== undefined) return { system, key, state: 'arrived', afterMs: Date.parse(sent.at) + (sent.durationMs ?? 0) - start };
      if (record.delivery?.state === 'dead') return { system, key, state: 'dead', afterMs: null };
      const due = record.attributes.some((attribute) => attribute.due);
      if (due && files.has(system)) return { system, key, state: 'file', afterMs: null };
      return { system, key, state: due || elapsedMs < patienceMs ? 'waiting' : 'nothing', afterMs: null };
    });
  return { startedAt, arrivals, settled: arrivals.every((arrival) => arrival.state !== 'waiting') };
}

function isDone(outcome: string): boolean {
  return /^(?:done|delivered|applied)$/i.test(outcome);
}
