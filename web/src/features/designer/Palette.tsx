import { useDraggable } from '@dnd-kit/core';
import { memo, useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { Tabs } from '../../components/Tabs.tsx';
import { BankPalette } from './BankPalette.tsx';
import { useDesign } from './DesignContext.ts';
import type { Dragged } from './dragging.ts';
import { palette, type Kind } from './model/kinds.ts';

/** What can be asked: new elements, dragged to their place or by a click behind what is selected, and the bank's. */
export const Palette = memo(function Palette({ onAdded }: { onAdded?: () => void }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState('new');
  return (
    <div className="palette">
      <Tabs label={t('designer.palette')} active={tab} onChange={setTab} tabs={[{ key: 'new', label: t('designer.palette.new') }, { key: 'bank', label: t('designer.palette.bank') }]}>
        {tab === 'bank' ? <BankPalette onAdded={onAdded} /> : palette.map((group) => (
          <section key={group.name}>
            <h3>{t(`designer.palette.${group.name}`)}</h3>
            <ul>{group.kinds.map((kind) => <li key={kind}><Offered kind={kind} onAdded={onAdded} /></li>)}</ul>
          </section>
        ))}
      </Tabs>
    </div>
  );
});

function Offered({ kind, onAdded }: { kind: Kind; onAdded: (() => void) | undefined }) {
  const { t } = useTranslation();
  const design = useDesign();
  const { setNodeRef, listeners } = useDraggable({ id: `new:${kind}`, data: { kind, part: null, held: null } satisfies Dragged });
  // Enter and Space add it; the keyboard drags what stands on the page.
  const { onKeyDown: _onKeyDown, ...pointer } = listeners ?? {};
  return (
    <button
      ref={setNodeRef}
      type="button"
      className="palette-item"
      title={t(`designer.kind.${kind}.help`)}
      {...pointer}
      onClick={() => {
        design.add(kind);
        onAdded?.();
      }}
    >
      {t(`designer.kind.${kind}`)}
    </button>
  );
}
