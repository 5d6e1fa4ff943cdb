import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { isTyping } from '../components/useSlashKey.ts';

const CommandBox = lazy(async () => ({ default: (await import('../features/command/CommandBox.tsx')).CommandBox }));
const KeyboardHelp = lazy(async () => ({ default: (await import('../features/command/KeyboardHelp.tsx')).KeyboardHelp }));

/** How long a `g` waits for the letter that says where. */
const secondKeyMs = 1_000;

export const openCommandBox = (): boolean => dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));

/** The keys that work on every page. The focus goes back to where it was when what they opened closes: a dialog element does so by itself. */
export function Keys() {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'command' | 'help' | null>(null);
  const went = useRef(0);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen('command');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === '?') setOpen('help');
      if (event.key === 'h' && event.timeStamp - went.current < secondKeyMs) void navigate('/');
      went.current = event.key === 'g' ? event.timeStamp : 0;
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate]);

  if (open === null) return null;
  return (
    <Suspense fallback={null}>
      {open === 'command' ? <CommandBox onClose={() => setOpen(null)} /> : <KeyboardHelp onClose={() => setOpen(null)} />}
    </Suspense>
  );
}
