import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './tabs.css';

export interface Tab {
  key: string;
  label: string;
  count?: number;
}

interface Props {
  tabs: readonly Tab[];
  active: string;
  onChange: (key: string) => void;
  /** The name of the row of tabs. */
  label: string;
  /** What stands at the end of the row. */
  extra?: ReactNode;
  children?: ReactNode;
}

/** A row of tabs above what the active one shows. Arrows move between them; a row that is too long scrolls. */
export function Tabs({ tabs, active, onChange, label, extra, children }: Props) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.findIndex((tab) => tab.key === active) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.key);
    row.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
  }

  return (
    <>
      <div className="tabs">
        <div ref={row} className="tabs-row" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab.key}
              type="button"
              role="tab"
              id={`${id}-${tab.key}`}
              data-key={tab.key}
              aria-selected={tab.key === active}
              aria-controls={children === undefined ? undefined : `${id}-panel`}
              tabIndex={tab.key === active ? 0 : -1}
              className="tab"
              onClick={() => onChange(tab.key)}
            >
              {tab.label}
              {tab.count !== undefined && tab.count > 0 && <span className="tab-count">{tab.count}</span>}
            </button>
          ))}
        </div>
        {extra}
      </div>
      {children !== undefined && <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${active}`} className="tab-panel">{children}</div>}
    </>
  );
}
