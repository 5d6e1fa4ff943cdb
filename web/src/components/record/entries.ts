export interface TimelineEntry {
  id: string;
  at: string;
  kind: string;
}

/** The kinds that there are, the most frequent first. */
export function kindsOf(entries: readonly TimelineEntry[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}

/** Of the chosen kinds, or of all where none is chosen; newest first. */
export function keptEntries<Entry extends TimelineEntry>(entries: readonly Entry[], chosen: readonly string[]): Entry[] {
  return entries.filter((entry) => chosen.length === 0 || chosen.includes(entry.kind)).sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

export function toggledKinds(chosen: readonly string[], kind: string): string[] {
  return chosen.includes(kind) ? chosen.filter((each) => each !== kind) : [...chosen, kind];
}
