import type { Change, SystemStatus } from '../api/types.ts';
import { backOffMs, silentAfterMs, type LiveEvent } from './liveState.ts';

interface Options {
  url: string;
  onEvent: (event: LiveEvent) => void;
  /** Fetches the changes that a gap in the connection may have hidden. */
  backfill: () => Promise<readonly Change[]>;
}

/**
 * Keeps one server-sent-event stream open until the returned function is called. The browser's own reconnection
 * gives up on any HTTP error and never notices a half-open connection, so this one closes and opens by itself.
 */
export function connectLive({ url, onEvent, backfill }: Options): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let ended = false;

  function open(): void {
    onEvent({ type: 'connecting' });
    source = new EventSource(url);
    source.addEventListener('open', () => {
      attempt = 0;
      onEvent({ type: 'opened' });
      // A failure here is not shown: the stream itself goes on, and the next reconnection asks again.
      backfill().then((changes) => onEvent({ type: 'changes', changes }), () => undefined);
      watch();
    });
    source.addEventListener('error', lose);
    source.addEventListener('systems', (event) => {
      watch();
      onEvent({ type: 'systems', at: Date.now(), systems: JSON.parse(event.data) as SystemStatus[] });
    });
    source.addEventListener('beat', watch);
    source.addEventListener('customer', (event) => {
      watch();
      onEvent({ type: 'customer', partyNumber: (JSON.parse(event.data) as { partyNumber: string }).partyNumber });
    });
    source.addEventListener('notification', () => {
      watch();
      onEvent({ type: 'notified' });
    });
    source.addEventListener('change', (event) => {
      watch();
      onEvent({ type: 'changes', changes: [JSON.parse(event.data) as Change] });
    });
  }

  function watch(): void {
    clearTimeout(timer);
    timer = setTimeout(lose, silentAfterMs);
  }

  function lose(): void {
    if (ended) return;
    source?.close();
    clearTimeout(timer);
    attempt += 1;
    onEvent({ type: 'lost' });
    timer = setTimeout(open, backOffMs(attempt, Math.random()));
  }

  open();
  return () => {
    ended = true;
    clearTimeout(timer);
    source?.close();
  };
}
