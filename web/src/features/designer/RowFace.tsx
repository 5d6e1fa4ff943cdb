import { memo } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { key, nameOf, typeOf, type Part } from './model/document.ts';
import { isScored, itemListsOf, kindOf } from './model/kinds.ts';
import { itemsOf } from './model/names.ts';
import { anyText, type Language } from './model/texts.ts';

interface Props {
  part: Part;
  name: string;
  heading: boolean;
  language: Language;
  selected: boolean;
  worst: 'error' | 'warning' | 'outside' | null;
  count: number;
  onSelect: (key: string) => void;
}

/** A question in two lines: what it asks, and what it is with its marks. */
export const RowFace = memo(function RowFace({ part, name, heading, language, selected, worst, count, onSelect }: Props) {
  const { t } = useTranslation();
  const kind = kindOf(part);
  const list = itemListsOf(part)[0];
  const items = list === undefined ? [] : itemsOf(part, list);
  const marks = marksOf(part);
  return (
    <button type="button" className="row-face" aria-pressed={selected} onClick={() => onSelect(part[key])}>
      <span className="row-title">
        {name}
        {part['isRequired'] === true && <b className="row-required" title={t('designer.required')} aria-label={t('designer.required')}>*</b>}
      </span>
      <span className="row-about">
        {!heading && <span className="row-kind">{kind === null ? typeOf(part) : t(`designer.kind.${kind}`)}</span>}
        <code>{nameOf(part)}</code>
        {items.length > 0 && <span className="row-items">{items.slice(0, 6).map((item) => anyText(item.text, language) || String(item.value)).join(' / ')}{items.length > 6 ? ` … ${items.length}` : ''}</span>}
        {marks.map((mark) => <span key={mark} className="row-mark">{t(`designer.mark.${mark}`)}</span>)}
        {worst !== null && <span className="row-finding" data-severity={worst}>{t(`designer.findings.${worst}`, { count })}</span>}
      </span>
    </button>
  );
});

function marksOf(part: Part): ('branch' | 'needed' | 'checked' | 'score' | 'attribute' | 'hidden' | 'bank')[] {
  return [
    ...(typeof part['visibleIf'] === 'string' && part['visibleIf'] !== '' ? (['branch'] as const) : []),
    ...(typeof part['requiredIf'] === 'string' && part['requiredIf'] !== '' ? (['needed'] as const) : []),
    ...(Array.isArray(part['validators']) && part['validators'].length > 0 ? (['checked'] as const) : []),
    ...(isScored(part) ? (['score'] as const) : []),
    ...(typeof part['customerAttribute'] === 'string' && part['customerAttribute'] !== '' ? (['attribute'] as const) : []),
    ...(part['visible'] === false ? (['hidden'] as const) : []),
    ...(typeof part['bank'] === 'string' && part['bank'] !== '' ? (['bank'] as const) : []),
  ];
}
