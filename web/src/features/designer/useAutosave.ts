import { useEffect, useMemo, useRef, useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { saveDraft } from '../../api/designer.ts';
import { forget, keep } from './kept.ts';
import { writeDocument, type Part } from './model/document.ts';

/** saved; unsaved: typed within the last second; saving; offline: kept in the browser and tried again; changed: somebody else saved meanwhile; refused: the server does not take it. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'changed' | 'refused';

export interface Saving {
  state: SaveState;
  /** Of the draft as the server has it. */
  version: number;
  error: Error | null;
  /** Who changed it meanwhile. */
  by: string;
  /** Saves at once; true where the server has it all then. */
  now: () => Promise<boolean>;
  /** Mine over theirs, which was looked at. */
  overwrite: () => void;
}

/** A pause in typing after which it is saved; half a sentence need not travel. */
const pause = 900;
const again = 5_000;

/** Saves what changes, one request at a time; what the server does not have yet lies in the browser. */
export function useAutosave(id: string, document: Part, start: { version: number; saved: string; conflict: boolean }, may: boolean): Saving {
  const text = useMemo(() => writeDocument(document), [document]);
  const [version, setVersion] = useState(start.version);
  const [saved, setSaved] = useState(start.saved);
  const [failed, setFailed] = useState<Error | null>(null);
  const [theirs, setTheirs] = useState<{ by: string; version: number } | null>(start.conflict ? { by: '', version: start.version } : null);
  const [busy, setBusy] = useState(false);
  const running = useRef<Promise<boolean> | null>(null);
  const newest = useRef({ text, document, version, saved });
  newest.current = { text, document, version, saved };
  const dirty = text !== saved;
  const refused = failed instanceof ApiError && failed.status >= 400 && failed.status < 500;

  async function send(over?: number): Promise<boolean> {
    const sent = newest.current;
    if (sent.text === sent.saved && over === undefined) return true;
    setBusy(true);
    try {
      const { version: next } = await saveDraft(id, sent.document, over ?? sent.version);
      setVersion(next);
      setSaved(sent.text);
      newest.current = { ...newest.current, version: next, saved: sent.text };
      setFailed(null);
      setTheirs(null);
      return newest.current.text === sent.text;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 409) setTheirs({ by: String(error.facts['changedBy'] ?? ''), version: Number(error.facts['version'] ?? 0) });
      else setFailed(error);
      return false;
    } finally {
      setBusy(false);
      running.current = null;
    }
  }

  const begin = (over?: number) => (running.current ??= send(over));

  useEffect(() => {
    if (!may) return;
    if (dirty) keep(id, { version, document: text });
    else forget(id);
  }, [id, may, text, version, dirty]);

  useEffect(() => {
    if (!may || !dirty || busy || theirs !== null || refused) return;
    const timer = setTimeout(() => void begin(), failed === null ? pause : again);
    return () => clearTimeout(timer);
  });

  // What was refused is tried again once it is another.
  useEffect(() => setFailed((before) => (before instanceof ApiError && before.status >= 400 ? null : before)), [text]);

  useEffect(() => {
    const online = () => setFailed(null);
    addEventListener('online', online);
    return () => removeEventListener('online', online);
  }, []);

  return {
    state: theirs !== null ? 'changed' : !dirty ? 'saved' : busy ? 'saving' : failed === null ? 'unsaved' : refused ? 'refused' : 'offline',
    version,
    error: failed,
    by: theirs?.by ?? '',
    now: async () => {
      if (running.current !== null) await running.current;
      return begin();
    },
    overwrite: () => void begin(theirs?.version),
  };
}
