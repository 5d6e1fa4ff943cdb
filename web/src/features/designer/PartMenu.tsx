import { Dropdown, type MenuProps } from 'antd';
import { lazy, memo, Suspense, useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { useDesign } from './DesignContext.ts';
import { childrenOf, elementListOf, key, nameOf, typeOf, type Part } from './model/document.ts';
import { duplicate, mayStand, move, step } from './model/edits.ts';
import { partsOf, placeOf } from './model/places.ts';
import { anyText, type Language } from './model/texts.ts';

const SaveToBank = lazy(async () => ({ default: (await import('./SaveToBank.tsx')).SaveToBank }));

/** Everything that dragging does, and what it does not: up, down, to another page or panel, a copy, into the bank, away. */
export const PartMenu = memo(function PartMenu({ wanted, name }: { wanted: string; name: string }) {
  const { t, i18n } = useTranslation();
  const design = useDesign();
  const [open, setOpen] = useState(false);
  const [banked, setBanked] = useState<Part | null>(null);

  function items(): NonNullable<MenuProps['items']> {
    const document = design.now();
    const place = placeOf(document, wanted);
    if (place === undefined) return [];
    const holders = partsOf(document).filter((part) => elementListOf(part) !== null && part[key] !== place.parent?.[key] && mayStand(document, wanted, { parent: part[key], list: elementListOf(part)!, at: 0 }));
    const isPage = typeOf(place.part) === 'page';
    return [
      { key: 'up', label: t('designer.up'), extra: 'Alt ↑' },
      { key: 'down', label: t('designer.down'), extra: 'Alt ↓' },
      ...(holders.length === 0 || isPage ? [] : [{ key: 'to', label: t('designer.to'), children: holders.map((part) => ({ key: `to:${part[key]}`, label: holderName(document, part, i18n.language as Language) })) }]),
      { type: 'divider' as const },
      { key: 'copy', label: t('designer.duplicate'), extra: 'Ctrl D' },
      ...(isPage ? [] : [{ key: 'bank', label: t('designer.bank.save') }]),
      { type: 'divider' as const },
      { key: 'drop', label: t('action.remove'), extra: 'Delete', danger: true, disabled: isPage && childrenOf(document, 'pages').length === 1 },
    ];
  }

  function holderName(document: Part, part: Part, language: Language): string {
    const number = childrenOf(document, 'pages').findIndex((page) => page[key] === part[key]);
    const title = anyText(part['title'], language) || nameOf(part);
    return number < 0 ? title : `${t('designer.page.number', { number: number + 1 })} · ${title}`;
  }

  function act(what: string): void {
    if (what === 'up') design.edit(step(wanted, -1));
    else if (what === 'down') design.edit(step(wanted, 1));
    else if (what === 'copy') design.edit(duplicate(wanted));
    else if (what === 'bank') setBanked(placeOf(design.now(), wanted)?.part ?? null);
    else if (what === 'drop') design.drop(wanted);
    else {
      const parent = what.slice('to:'.length);
      const holder = placeOf(design.now(), parent)?.part;
      const list = holder === undefined ? null : elementListOf(holder);
      if (holder !== undefined && list !== null) design.edit(move(wanted, { parent, list, at: childrenOf(holder, list).length }));
    }
  }

  // A menu for each of two hundred rows is only made for the one that is opened.
  return (
    <>
      <Dropdown
        open={open}
        onOpenChange={setOpen}
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: open ? items() : [],
          onClick: ({ key: what }) => {
            setOpen(false);
            act(what);
          },
        }}
      >
        <button type="button" className="row-more" aria-label={t('designer.more', { name })} aria-haspopup="menu" aria-expanded={open}>⋯</button>
      </Dropdown>
      {banked !== null && <Suspense fallback={null}><SaveToBank part={banked} name={name} onClose={() => setBanked(null)} /></Suspense>}
    </>
  );
});
