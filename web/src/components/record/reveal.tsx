import { createContext, lazy, Suspense, use, useState, type ReactNode } from 'react';
import { useMay } from '../../api/session.ts';
import type { AttributeValue } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { EyeIcon } from '../icons.tsx';
import { Value } from '../Value.tsx';

const RevealDialog = lazy(async () => ({ default: (await import('./RevealDialog.tsx')).RevealDialog }));

interface Reveal {
  shown: ReadonlyMap<string, AttributeValue>;
  ask: (attribute: string) => void;
}

const Context = createContext<Reveal | null>(null);

/** Holds what was shown in clear on one record, for as long as the record is on the page. Never in the cache, never in the address. */
export function RevealProvider({ number, masked, children }: { number: string; masked: readonly string[]; children: ReactNode }) {
  const [shown, setShown] = useState<ReadonlyMap<string, AttributeValue>>(new Map());
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <Context value={{ shown, ask: setAsked }}>
      {children}
      {asked !== null && (
        <Suspense fallback={null}>
          <RevealDialog
            number={number}
            attribute={asked}
            masked={masked}
            onShown={(values) => setShown(new Map([...shown, ...values]))}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </Context>
  );
}

export const isMasked = (value: AttributeValue | null): boolean => value?.some((parts) => parts.some((part) => part.includes('*'))) === true;

/** A value as the role sees it; a masked one with the eye that asks for a reason. */
export function Masked({ attribute, value, only }: { attribute: string; value: AttributeValue | null; only?: number }) {
  const { t } = useTranslation();
  const reveal = use(Context);
  const may = useMay()('customers.reveal');
  const clear = reveal?.shown.get(attribute);
  const cut = (whole: AttributeValue | null) => (only === undefined ? whole : (whole?.slice(0, only) ?? null));
  if (clear !== undefined) return <span className="revealed"><Value attribute={attribute} value={cut(clear)} /></span>;
  if (!isMasked(value)) return <Value attribute={attribute} value={cut(value)} />;
  return (
    <span className="masked">
      <Value attribute={attribute} value={cut(value)} />
      {may && reveal !== null && (
        <button type="button" className="masked-eye" aria-label={t('reveal.eye')} title={t('reveal.eye')} onClick={() => reveal.ask(attribute)}><EyeIcon /></button>
      )}
    </span>
  );
}
