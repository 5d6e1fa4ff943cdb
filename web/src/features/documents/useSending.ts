import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { uploadDocument } from '../../api/documents.ts';
import type { Chosen } from './shrink.ts';

interface To {
  number: string;
  kind: string;
  note?: string;
  entity?: string;
}

/** Sends files one after the other: on a weak network one that has arrived counts, and is not sent again when the next one failed. */
export function useSending() {
  const client = useQueryClient();
  const sent = useRef(new WeakMap<File, { number: string; id: number }>());
  const [percent, setPercent] = useState<number | null>(null);

  async function send({ number, ...rest }: To, chosen: readonly Chosen[]): Promise<number[]> {
    const ids: number[] = [];
    try {
      for (const [index, { file }] of chosen.entries()) {
        const known = sent.current.get(file);
        const id = known?.number === number ? known.id : await uploadDocument(number, { file, ...rest }, (part) => setPercent(Math.floor(((index + part) / chosen.length) * 100)));
        sent.current.set(file, { number, id });
        ids.push(id);
      }
    } finally {
      setPercent(null);
      if (chosen.length > 0) await Promise.all(['documents', 'timeline'].map((what) => client.invalidateQueries({ queryKey: ['party', number, what] })));
    }
    return ids;
  }

  return { percent, send };
}
