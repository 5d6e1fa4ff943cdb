import { useEffect } from 'react';
import { isTyping } from '../../components/useSlashKey.ts';

export interface Shortcuts {
  undo: () => void;
  redo: () => void;
  duplicate: () => void;
  drop: () => void;
  /** To the row before or after. */
  go: (by: -1 | 1) => void;
  /** Moves what is selected. */
  shift: (by: -1 | 1) => void;
  fresh: () => void;
  open: () => void;
  leave: () => void;
}

/** The designer's keys. Undo works while one types too: a field shows the document, so its own undo would undo nothing. */
export function useShortcuts(on: boolean, keys: Shortcuts): void {
  useEffect(() => {
    if (!on) return;
    function onKey(event: KeyboardEvent): void {
      const command = event.ctrlKey || event.metaKey;
      const inDialog = event.target instanceof HTMLElement && event.target.closest('[role=dialog], .ant-dropdown, .ant-select-dropdown') !== null;
      if (event.defaultPrevented || inDialog) return;
      const act = actOf(event, command, keys);
      if (act === null) return;
      event.preventDefault();
      act();
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

function actOf(event: KeyboardEvent, command: boolean, keys: Shortcuts): (() => void) | null {
  const key = event.key.toLowerCase();
  if (command && key === 'z') return event.shiftKey ? keys.redo : keys.undo;
  if (command && key === 'y') return keys.redo;
  if (isTyping(event)) return null;
  if (command) return key === 'd' ? keys.duplicate : null;
  if (event.altKey) return key === 'arrowup' ? () => keys.shift(-1) : key === 'arrowdown' ? () => keys.shift(1) : null;
  const inRows = event.target === document.body || (event.target instanceof HTMLElement && event.target.closest('.canvas') !== null);
  switch (key) {
    case 'n': return keys.fresh;
    case 'delete': case 'backspace': return inRows ? keys.drop : null;
    case 'arrowup': return inRows ? () => keys.go(-1) : null;
    case 'arrowdown': return inRows ? () => keys.go(1) : null;
    case 'e': return keys.open;
    case 'escape': return keys.leave;
    default: return null;
  }
}
