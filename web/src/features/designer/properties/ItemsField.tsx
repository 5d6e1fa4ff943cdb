import { closestCenter, DndContext, KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { arrayMove, SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from '../../../app/translation.ts';
import { useDesign, useLooked } from '../DesignContext.ts';
import { key, type Part } from '../model/document.ts';
import { setProperty } from '../model/edits.ts';
import { tidyItems } from '../model/kinds.ts';
import { itemsOf, type Item } from '../model/names.ts';
import { renameRow } from '../model/references.ts';
import { languages, textIn, withText } from '../model/texts.ts';
import { Said } from './fields.tsx';
import { PasteDialog } from './PasteDialog.tsx';

interface Props {
  part: Part;
  property: 'choices' | 'rows' | 'columns' | 'rateValues';
  label: string;
  scored: boolean;
}

/** Choices, rows, columns: value, wording in both languages, score; dragged or moved by Alt and arrows into their order. */
export function ItemsField({ part, property, label, scored }: Props) {
  const { t } = useTranslation();
  const design = useDesign();
  const { may } = useLooked();
  const [pasting, setPasting] = useState(false);
  const items = itemsOf(part, property);
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 3 } }), useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const put = (next: readonly Item[], field = '') => design.edit(setProperty(part[key], property, next.length === 0 ? undefined : tidyItems(next)), field === '' ? '' : `${part[key]}.${property}.${field}`);
  const order = (from: number, to: number) => to >= 0 && to < items.length && from !== to && put(arrayMove(items, from, to));

  function change(at: number, item: Item, field: string): void {
    // A row's value is a name that conditions speak of.
    if (property === 'rows' && field.endsWith('.value')) design.edit(renameRow(part[key], at, String(item.value)), `${part[key]}.${property}.${field}`);
    else put(items.with(at, item), field);
  }

  return (
    <div className="property items">
      <span className="property-label">
        <span>{label}</span>
        {may && <button type="button" className="link-button" onClick={() => setPasting(true)}>{t('designer.items.paste')}</button>}
      </span>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={({ active, over }) => over !== null && order(Number(active.id) - 1, Number(over.id) - 1)}>
        <SortableContext items={items.map((_, at) => at + 1)} strategy={verticalListSortingStrategy}>
          <ol aria-label={label}>
            {items.map((item, at) => (
              <ItemRow key={at} at={at} label={`${label} ${at + 1}`} item={item} scored={scored} onChange={(next, field) => change(at, next, `${at}.${field}`)} onMove={(by) => order(at, at + by)} onRemove={() => put(items.toSpliced(at, 1))} />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {may && <button type="button" className="link-button" onClick={() => put([...items, { value: freeValue(items) }])}>{t('designer.items.add')}</button>}
      <Said part={part} property={property} />
      {pasting && <PasteDialog items={items} label={label} onDone={(next) => put(next)} onClose={() => setPasting(false)} />}
    </div>
  );
}

function freeValue(items: readonly Item[]): string | number {
  const numbers = items.every((item) => typeof item.value === 'number');
  if (numbers && items.length > 0) return Math.max(...items.map((item) => Number(item.value))) + 1;
  for (let number = items.length + 1; ; number++) if (!items.some((item) => String(item.value) === `item${number}`)) return `item${number}`;
}

interface RowProps {
  at: number;
  label: string;
  item: Item;
  scored: boolean;
  onChange: (item: Item, field: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function ItemRow({ at, label, item, scored, onChange, onMove, onRemove }: RowProps) {
  const { t } = useTranslation();
  const { may } = useLooked();
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition } = useSortable({ id: at + 1, disabled: !may });
  return (
    <li
      ref={setNodeRef}
      className="item"
      style={{ transform: CSS.Translate.toString(transform), transition }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      {may && <button ref={setActivatorNodeRef} type="button" className="row-handle" {...attributes} {...listeners} aria-label={t('designer.drag', { name: label })}>⠿</button>}
      <div className="item-fields">
        {languages.map((language) => (
          <Input key={language} size="small" lang={language} disabled={!may} aria-label={`${label} · ${t(`designer.language.${language}`)}`} placeholder={t(`designer.language.${language}`)} maxLength={500} value={textIn(item.text, language)} onChange={(event) => onChange({ ...item, text: withText(item.text, language, event.target.value) }, language)} />
        ))}
        <Input size="small" className="mono" disabled={!may} aria-label={`${label} · ${t('designer.items.value')}`} placeholder={t('designer.items.value')} maxLength={200} value={String(item.value ?? '')} onChange={(event) => onChange({ ...item, value: typed(event.target.value, item.value) }, 'value')} />
        {scored && <InputNumber size="small" disabled={!may} aria-label={`${label} · ${t('designer.items.score')}`} placeholder={t('designer.items.score')} value={typeof item.score === 'number' ? item.score : null} onChange={(score) => onChange({ ...item, score: score ?? undefined }, 'score')} />}
      </div>
      {may && <button type="button" className="row-more" aria-label={`${t('action.remove')} · ${label}`} onClick={onRemove}>×</button>}
    </li>
  );
}

/** A number stays one while it reads as one. */
const typed = (text: string, before: unknown): string | number => (typeof before === 'number' && text.trim() !== '' && String(Number(text)) === text ? Number(text) : text);
