import { useSearchParams } from 'react-router';
import type { MessageFilter } from '../../api/queries.ts';

const names = ['system', 'direction', 'outcome', 'q'] as const;

/** The filter lives in the address, so that it can be shared and survives Back. */
export function useFilter() {
  const [search, setSearch] = useSearchParams();
  const filter: MessageFilter = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );

  function change(part: Partial<Record<(typeof names)[number] | 'open', string | undefined>>): void {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(part)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  }

  return { filter, change, open: search.get('open') };
}
