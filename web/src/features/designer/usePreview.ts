import { useEffect, useRef, useState } from 'react';
import { previewDocument, type Document, type Preview } from '../../api/designer.ts';
import type { Part } from './model/document.ts';

export type Form = readonly (readonly [string, string])[];

/** Answers of the preview and the page that it is on: kept while one edits, gone with the designer. */
export interface Tried {
  answers: Document | null;
  page: string;
  language: string;
}

/** A pause in editing after which the page is drawn anew. */
const pause = 500;

/** The page as the server draws it under what was answered so far. A document that cannot be asked leaves the last page that could. */
export function usePreview(document: Part, tried: Tried, onTried: (tried: Tried) => void) {
  const [shown, setShown] = useState<Preview | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const asked = useRef(0);
  const newest = useRef({ document, tried });
  newest.current = { document, tried };

  async function ask(what: { form: Form | null; language?: string; answers?: Document | null; page?: string }): Promise<void> {
    const number = ++asked.current;
    const { document: now, tried: at } = newest.current;
    try {
      const next = await previewDocument({ document: now, answers: at.answers, page: at.page, language: at.language, ...what });
      if (number !== asked.current) return;
      setShown(next);
      setError(null);
      onTried({ answers: next.answers, page: next.page, language: next.language });
    } catch (problem) {
      if (number === asked.current) setError(problem instanceof Error ? problem : new Error('unknown'));
    }
  }

  useEffect(() => {
    const timer = setTimeout(() => void ask({ form: null }), asked.current === 0 ? 0 : pause);
    return () => clearTimeout(timer);
  }, [document]);

  return {
    shown,
    error,
    send: (form: Form) => void ask({ form }),
    turn: (language: string) => void ask({ form: null, language }),
    open: (page: string) => void ask({ form: null, page }),
    restart: () => void ask({ form: null, answers: null, page: '' }),
  };
}
