import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { checkDocument } from '../../api/designer.ts';
import type { PlacedFinding } from './DesignContext.ts';
import type { Part } from './model/document.ts';
import { placeOfPath } from './model/places.ts';

/** A pause in editing after which the server looks at the whole again. */
const pause = 700;

/** What the server says of the document, each with the part that it speaks of. Keys outlive edits, so that what was said stays with its part until the next look. */
export function useCheck(document: Part) {
  const [looked, setLooked] = useState(document);
  useEffect(() => {
    const timer = setTimeout(() => setLooked(document), pause);
    return () => clearTimeout(timer);
  }, [document]);
  const { data, isFetching, error } = useQuery({
    queryKey: ['questionnaire', 'check', looked],
    // A document is its own key: it never changes, and need not be written out to be told from another.
    queryKeyHashFn: () => `check ${identityOf(looked)}`,
    queryFn: async ({ signal }) => ({ of: looked, findings: await checkDocument(looked, signal) }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 10_000,
    retry: false,
  });
  const list = useMemo(() => (data === undefined ? [] : data.findings.filter((finding) => finding.severity !== 'looks').map((finding): PlacedFinding => ({ ...finding, ...placeOfPath(data.of, finding.path) }))), [data]);
  const byPart = useMemo(() => byKey(list), [list]);
  return { list, byPart, current: data?.of === document && !isFetching, error };
}

const identities = new WeakMap<Part, number>();
let counted = 0;

function identityOf(document: Part): number {
  const known = identities.get(document) ?? ++counted;
  identities.set(document, known);
  return known;
}

function byKey(list: readonly PlacedFinding[]): ReadonlyMap<string, readonly PlacedFinding[]> {
  const found = new Map<string, PlacedFinding[]>();
  for (const finding of list) found.set(finding.key, [...(found.get(finding.key) ?? []), finding]);
  return found;
}
