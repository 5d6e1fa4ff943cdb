import type { ReactNode } from 'react';

/** An empty list: what will be here, and the first step. */
export function Nothing({ title, help, children }: { title: string; help: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <strong>{title}</strong>
      <p>{help}</p>
      {children !== undefined && <div className="nothing-actions">{children}</div>}
    </div>
  );
}
