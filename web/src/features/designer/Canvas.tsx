import { useDraggable } from '@dnd-kit/core';
import { Fragment, memo, useMemo, type ComponentProps } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { useDesign, useLooked } from './DesignContext.ts';
import type { Dragged } from './dragging.ts';
import { Gap } from './Gap.tsx';
import { childrenOf, elementListOf, key, nameOf, typeOf, type Part } from './model/document.ts';
import { keysIn } from './model/references.ts';
import { anyText } from './model/texts.ts';
import { PartMenu } from './PartMenu.tsx';
import { RowFace } from './RowFace.tsx';

/** All pages with what stands on them. */
export function Canvas() {
  const { t } = useTranslation();
  const design = useDesign();
  const { document, selected, language, may } = useLooked();
  const pages = childrenOf(document, 'pages');
  return (
    <div className="canvas" onClick={(event) => event.target === event.currentTarget && design.select(null)}>
      <button type="button" className="canvas-title" aria-pressed={selected === null || selected === document[key]} onClick={() => design.select(document[key])}>
        <b>{anyText(document['title'], language) || t('designer.untitled')}</b>
        <span className="quiet">{anyText(document['description'], language) || t('designer.whole')}</span>
      </button>
      {pages.map((page, at) => (
        <Fragment key={page[key]}>
          <Gap parent={document[key]} list="pages" at={at} />
          <PageCard page={page} number={at + 1} />
        </Fragment>
      ))}
      <Gap parent={document[key]} list="pages" at={pages.length} />
      {may && <button type="button" className="canvas-add" onClick={() => design.add('page')}>{t('designer.page.add')}</button>}
    </div>
  );
}

function PageCard({ page, number }: { page: Part; number: number }) {
  const { t } = useTranslation();
  const { language } = useLooked();
  const title = anyText(page['title'], language);
  return (
    <section className="page-card" aria-label={t('designer.page.number', { number })}>
      <Row part={page} heading={`${t('designer.page.number', { number })}${title === '' ? '' : ` · ${title}`}`} />
      <Elements owner={page} />
    </section>
  );
}

/** What stands on a page, in a panel, in a repeated group, with a gap before each and behind the last. */
const Elements = memo(function Elements({ owner }: { owner: Part }) {
  const { t } = useTranslation();
  const list = elementListOf(owner) ?? 'elements';
  const elements = childrenOf(owner, list);
  return (
    <ol className="rows">
      {elements.map((part, at) => (
        <li key={part[key]}>
          <Gap parent={owner[key]} list={list} at={at} />
          <Row part={part} />
          {elementListOf(part) !== null && <Elements owner={part} />}
        </li>
      ))}
      <li><Gap parent={owner[key]} list={list} at={elements.length} {...(elements.length === 0 ? { empty: t('designer.empty') } : {})} /></li>
    </ol>
  );
});

interface RowProps {
  part: Part;
  heading?: string;
}

/** Takes what changes often out of the context, so that a row is drawn anew only for what concerns it. */
function Row({ part, heading }: RowProps) {
  const { selected, language, findings, may } = useLooked();
  const said = findings.get(part[key]);
  const worst = said === undefined ? null : said.some((finding) => finding.severity === 'error') ? 'error' : said.some((finding) => finding.severity === 'warning') ? 'warning' : 'outside';
  return <DraggedRow part={part} {...(heading === undefined ? {} : { heading })} language={language} may={may} selected={selected === part[key]} worst={worst} count={said?.length ?? 0} />;
}

const DraggedRow = memo(function DraggedRow({ part, heading, may, ...face }: RowProps & { may: boolean } & Pick<ComponentProps<typeof RowFace>, 'language' | 'selected' | 'worst' | 'count'>) {
  const { t } = useTranslation();
  const design = useDesign();
  const held = useMemo(() => keysIn(part), [part]);
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useDraggable({ id: part[key], data: { kind: null, part, held } satisfies Dragged, disabled: !may });
  const { onTouchStart: _onTouchStart, onKeyDown: _onKeyDown, ...mouse } = listeners ?? {};
  const name = heading ?? (anyText(part['title'], face.language) || anyText(part['html'], face.language) || nameOf(part));
  return (
    <div ref={setNodeRef} className={typeOf(part) === 'page' ? 'row row-page' : 'row'} data-key={part[key]} data-selected={face.selected} data-dragging={isDragging} {...mouse}>
      {may && <button ref={setActivatorNodeRef} type="button" className="row-handle" {...attributes} {...listeners} tabIndex={-1} aria-label={t('designer.drag', { name })}>⠿</button>}
      <RowFace part={part} name={name} heading={heading !== undefined} {...face} onSelect={design.select} />
      {may && <PartMenu wanted={part[key]} name={name} />}
    </div>
  );
});
