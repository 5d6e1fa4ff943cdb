import { get } from '../../api/client.ts';
import type { MessageRow, Party } from '../../api/types.ts';

interface Choice {
  system: string;
  /** Absent where the simulated bank is to choose. */
  key?: string;
}

/** More keys than this at one customer is no good example. */
const mostKeys = 10;

/**
 * A customer of the system (or of any) whose change will be seen to travel: one that has lately been told to several
 * others. Where the log shows none, the simulated bank chooses one of the system, or of `otherwise`.
 */
export async function someCustomer(system: string | null, otherwise: string): Promise<Choice> {
  const rows = await get<MessageRow[]>('/api/messages', { direction: 'out', outcome: 'done', limit: 100 });
  for (const number of bySpread(rows, system).slice(0, 5)) {
    const party = await get<Party>(`/api/parties/${encodeURIComponent(number)}`);
    const open = party.records.filter((record) => record.status === 'open' && !isFiles(record.system));
    const record = open.find((each) => system === null || each.system === system);
    if (record !== undefined && open.length > 1 && open.length <= mostKeys) return { system: record.system, key: record.key };
  }
  return { system: system ?? otherwise };

  // A system of files hands its changes over at the end of the day only.
  function isFiles(name: string): boolean {
    return !rows.some((row) => row.system === name);
  }
}

/** The customers in these deliveries, those that went to most systems first; where a system is asked for, its own before others. */
export function bySpread(rows: readonly MessageRow[], system: string | null): string[] {
  const systems = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row.partyNumber === null) continue;
    systems.set(row.partyNumber, (systems.get(row.partyNumber) ?? new Set()).add(row.system));
  }
  const weight = (of: Set<string>) => of.size + (system !== null && of.has(system) ? 10 : 0);
  return [...systems].sort(([, a], [, b]) => weight(b) - weight(a)).map(([number]) => number);
}
