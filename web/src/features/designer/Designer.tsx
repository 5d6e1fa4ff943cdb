import { DndContext, DragOverlay, MeasuringStrategy, type DragEndEvent } from '@dnd-kit/core';
import { useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Designed } from '../../api/designer.ts';
import { useTranslation } from '../../app/translation.ts';
import { useIsPhone } from '../../components/useIsPhone.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { Bar, type View } from './Bar.tsx';
import { Canvas } from './Canvas.tsx';
import { Conflict } from './Conflict.tsx';
import { DesignContext, LookedContext, type Design, type PlacedFinding } from './DesignContext.ts';
import { nearestGap, takes, useDragSensors, type Dragged } from './dragging.ts';
import { DropNotice, type Dropped } from './DropNotice.tsx';
import { FindingsList } from './FindingsList.tsx';
import { forget, readKept } from './kept.ts';
import { fromBank } from './model/bank.ts';
import { childrenOf, elementListOf, key, nameOf, readDocument, role, writeDocument, type Part } from './model/document.ts';
import { duplicate, insert, move, remove, step, withFreeNames, type Edit, type Target } from './model/edits.ts';
import { apply, begin, redo, undo, type History } from './model/history.ts';
import { newPart, type Kind } from './model/kinds.ts';
import { pageOf, placeOf, placesOf } from './model/places.ts';
import { keysIn, usesOf } from './model/references.ts';
import { anyText, type Language } from './model/texts.ts';
import { Palette } from './Palette.tsx';
import { Properties } from './Properties.tsx';
import { useAutosave } from './useAutosave.ts';
import { useCheck } from './useCheck.ts';
import type { Tried } from './usePreview.ts';
import { useShortcuts } from './useShortcuts.ts';

const PreviewPane = lazy(async () => ({ default: (await import('./PreviewPane.tsx')).PreviewPane }));
const PublishDialog = lazy(async () => ({ default: (await import('./PublishDialog.tsx')).PublishDialog }));

type Act = { do: Edit; field: string } | 'undo' | 'redo';

const reduce = (history: History, act: Act): History => (act === 'undo' ? undo(history) : act === 'redo' ? redo(history) : apply(history, act.do, act.field));

/** What one begins with: the server's draft, or what this browser still holds of a later one. */
function openedAs(opened: Designed) {
  const saved = writeDocument(withPage(readDocument(JSON.stringify(opened.draft))));
  const kept = opened.mine ? readKept(opened.id) : null;
  return { saved: writeDocument(readDocument(JSON.stringify(opened.draft))), text: kept?.document ?? saved, version: opened.version, conflict: kept !== null && kept.version !== opened.version && kept.document !== saved };
}

/** There is always a page to put something on. */
const withPage = (document: Part): Part => (childrenOf(document, 'pages').length > 0 ? document : readDocument(JSON.stringify({ ...document, pages: [{ name: 'page1', elements: [] }] })));

export function Designer({ opened, onReopen }: { opened: Designed; onReopen: () => Promise<unknown> }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const isPhone = useIsPhone();
  const language = i18n.language as Language;
  const may = opened.mine;
  const [start] = useState(() => openedAs(opened));
  const [history, dispatch] = useReducer(reduce, start.text, (text) => begin(readDocument(text)));
  const document = history.now;
  const [selected, setSelected] = useState<string | null>(null);
  const [property, setProperty] = useState('');
  const [view, setView] = useState<View>('design');
  const [sheet, setSheet] = useState<'palette' | 'properties' | null>(null);
  const [publishing, setPublishing] = useState(false);
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [tried, setTried] = useState<Tried>({ answers: null, page: '', language: language.toLowerCase() });
  const [current, setCurrent] = useState(opened.current);
  const saving = useAutosave(opened.id, document, start, may);
  const check = useCheck(document);
  const sensors = useDragSensors();
  const latest = useRef({ document, selected, language, may });
  latest.current = { document, selected, language, may };

  const design = useMemo<Design>(() => {
    const edit = (change: Edit, field = '') => {
      if (latest.current.may) dispatch({ do: change, field });
    };
    const select = (wanted: string | null) => {
      setSelected(wanted);
      setProperty('');
      if (wanted !== null) setSheet((before) => (before === 'palette' ? null : 'properties'));
    };
    const put = (parts: readonly Part[], target: Target) => {
      edit((now) => parts.reduce((changed, part, at) => insert(withFreeNames(part, changed), { ...target, at: target.at + at })(changed), now));
      select(parts[0]?.[key] ?? null);
    };
    return {
      edit,
      select,
      now: () => latest.current.document,
      add: (kind: Kind) => {
        const now = latest.current.document;
        put([fresh(kind, now)], behind(now, latest.current.selected, kind === 'page'));
      },
      take: (fragment) => {
        const now = latest.current.document;
        put([fromBank(fragment, now)], behind(now, latest.current.selected, false));
      },
      drop: (wanted) => {
        const now = latest.current.document;
        const place = placeOf(now, wanted);
        if (place === undefined || place.parent === null || (place.list === 'pages' && childrenOf(now, 'pages').length === 1)) return;
        const uses = usesOf(now, keysIn(place.part)).filter((use) => !keysIn(place.part).has(use.key));
        const among = childrenOf(place.parent, place.list);
        edit(remove(wanted));
        setSelected((among[place.at + 1] ?? among[place.at - 1])?.[key] ?? null);
        setDropped({ name: anyText(place.part['title'], latest.current.language) || nameOf(place.part), uses });
      },
    };

    function fresh(kind: Kind, now: Part): Part {
      return newPart(kind, now, (name, number) => t(`designer.new.${name}`, { number }), latest.current.language);
    }
  }, [t]);

  function fromPalette(kind: Kind): Part {
    return newPart(kind, document, (name, number) => t(`designer.new.${name}`, { number }), language);
  }

  function onDragEnd({ active, over }: DragEndEvent): void {
    setDragged(null);
    const what = active.data.current as Dragged | undefined;
    const target = over?.data.current as Target | undefined;
    if (what === undefined || target === undefined || !takes(what, target)) return;
    if (what.kind === null) {
      design.edit(move(what.part[key], target));
      design.select(what.part[key]);
    } else {
      const part = fromPalette(what.kind);
      design.edit(insert(part, target));
      design.select(part[key]);
    }
  }

  /** To where a finding is: the part, and the tab on which its property stands. */
  function openFinding(finding: PlacedFinding): void {
    setPublishing(false);
    setView('design');
    design.select(finding.key === document[key] ? null : finding.key);
    setProperty(finding.property === '' ? 'title' : finding.property);
    requestAnimationFrame(() => globalThis.document.querySelector(`[data-key="${finding.key}"]`)?.scrollIntoView({ block: 'center' }));
  }

  function go(by: -1 | 1): void {
    const rows = [...placesOf(document).values()].filter((place) => place.part[role] === 'page' || place.part[role] === 'element').map((place) => place.part[key]);
    const next = rows[selected === null ? (by > 0 ? 0 : rows.length - 1) : rows.indexOf(selected) + by];
    if (next === undefined) return;
    setSelected(next);
    setProperty('');
    globalThis.document.querySelector<HTMLElement>(`[data-key="${next}"] .row-face`)?.focus();
  }

  useShortcuts(view === 'design' && dragged === null && !publishing, {
    undo: () => dispatch('undo'),
    redo: () => dispatch('redo'),
    duplicate: () => selected !== null && design.edit(duplicate(selected)),
    drop: () => selected !== null && design.drop(selected),
    go,
    shift: (by) => selected !== null && design.edit(step(selected, by)),
    fresh: () => (isPhone ? setSheet('palette') : globalThis.document.querySelector<HTMLElement>('.palette-item')?.focus()),
    open: () => globalThis.document.querySelector<HTMLElement>('.properties textarea')?.focus(),
    leave: () => design.select(null),
  });

  useEffect(() => {
    if (dropped === null) return;
    const timer = setTimeout(() => setDropped(null), dropped.uses.length > 0 ? 20_000 : 6_000);
    return () => clearTimeout(timer);
  }, [dropped]);

  // Lists of questionnaires tell its title and when it was changed.
  useEffect(() => () => void client.invalidateQueries({ queryKey: ['list', 'questionnaires'] }), [client]);

  const looked = useMemo(() => ({ document, selected, language, may, findings: check.byPart }), [document, selected, language, may, check.byPart]);
  const title = anyText(document['title'], language) || opened.title;
  const errors = check.list.filter((finding) => finding.severity === 'error').length;
  return (
    <DesignContext value={design}>
      <LookedContext value={looked}>
        <div className="designer" data-view={view}>
          <Bar
            title={title}
            version={current}
            saving={saving}
            may={may}
            canUndo={history.past.length > 0}
            canRedo={history.future.length > 0}
            errors={errors}
            findings={check.list.length}
            view={view}
            onUndo={() => dispatch('undo')}
            onRedo={() => dispatch('redo')}
            onView={setView}
            onPublish={() => setPublishing(true)}
          />
          {saving.state === 'changed' && (
            <Conflict by={saving.by} onMine={saving.overwrite} onTheirs={() => {
              forget(opened.id);
              void onReopen();
            }} />
          )}
          <DndContext sensors={sensors} collisionDetection={nearestGap} measuring={{ droppable: { strategy: MeasuringStrategy.WhileDragging } }} onDragStart={({ active }) => setDragged((active.data.current as Dragged | undefined) ?? null)} onDragEnd={onDragEnd} onDragCancel={() => setDragged(null)} accessibility={{ screenReaderInstructions: { draggable: t('designer.drag.how') } }}>
            <div className="design-body">
              {may && !isPhone && view !== 'preview' && <aside className="design-palette" aria-label={t('designer.palette')}><Palette /></aside>}
              <div className="design-middle" tabIndex={-1}>{view === 'preview' ? <Suspense fallback={null}><PreviewPane tried={tried} onTried={setTried} /></Suspense> : <Canvas />}</div>
              {!isPhone && <aside className="design-properties" aria-label={t('designer.properties')}>{view === 'check' ? <Checked /> : <Properties property={property} />}</aside>}
            </div>
            <DragOverlay dropAnimation={null}>{dragged !== null && <div className="drag-ghost">{dragged.kind !== null ? t(`designer.kind.${dragged.kind}`) : anyText(dragged.part['title'], language) || nameOf(dragged.part)}</div>}</DragOverlay>
          </DndContext>
          {dropped !== null && <DropNotice dropped={dropped} onUndo={() => {
            dispatch('undo');
            setDropped(null);
          }} onOpen={(use) => openFinding({ key: use.key, property: use.property, code: '', path: '', severity: 'error', text: '' })} onClose={() => setDropped(null)} />}
          {isPhone && may && view === 'design' && (
            <footer className="design-foot"><button type="button" className="design-foot-add" onClick={() => setSheet('palette')}>{t('designer.add')}</button></footer>
          )}
          {isPhone && (
            <Drawer open={sheet !== null || view === 'check'} placement="bottom" size="72dvh" title={view === 'check' ? t('designer.findings') : sheet === 'palette' ? t('designer.add') : t('designer.properties')} onClose={() => {
              setSheet(null);
              if (view === 'check') setView('design');
            }}>
              {view === 'check' ? <Checked /> : sheet === 'palette' ? <Palette onAdded={() => setSheet('properties')} /> : <Properties property={property} />}
            </Drawer>
          )}
          {publishing && (
            <Suspense fallback={null}>
              <PublishDialog id={opened.id} current={current} saving={saving} findings={check.list} onOpen={openFinding} onClose={() => setPublishing(false)} onDone={(number) => {
                setPublishing(false);
                setCurrent(number);
              }} />
            </Suspense>
          )}
          <Watermark />
        </div>
      </LookedContext>
    </DesignContext>
  );

  function Checked() {
    return (
      <div className="properties">
        <h2>{t('designer.findings')}</h2>
        <FindingsList list={check.list} onOpen={openFinding} />
      </div>
    );
  }
}

/** Behind what is selected, else at the end of the last page; into a page, panel or group that is selected itself. */
function behind(document: Part, selected: string | null, isPage: boolean): Target {
  const pages = childrenOf(document, 'pages');
  if (isPage) {
    const page = selected === null ? null : pageOf(document, selected);
    return { parent: document[key], list: 'pages', at: page === null ? pages.length : pages.indexOf(page) + 1 };
  }
  const place = selected === null ? undefined : placeOf(document, selected);
  const list = place === undefined ? null : elementListOf(place.part);
  if (place !== undefined && list !== null) return { parent: place.part[key], list, at: childrenOf(place.part, list).length };
  if (place?.parent != null && elementListOf(place.parent) !== null) return { parent: place.parent[key], list: place.list, at: place.at + 1 };
  if (place?.parent != null && place.part[role] !== 'document' && pageOf(document, place.part[key]) !== null) return behind(document, place.parent[key], false);
  const last = pages.at(-1) ?? document;
  return { parent: last[key], list: 'elements', at: childrenOf(last, 'elements').length };
}
