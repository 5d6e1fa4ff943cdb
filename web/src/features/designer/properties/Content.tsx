import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from '../../../app/translation.ts';
import { useNames } from '../../../components/useNames.ts';
import { useDesign, useLooked } from '../DesignContext.ts';
import { childrenOf, key, nameOf, role, typeOf, type Part } from '../model/document.ts';
import { setProperty } from '../model/edits.ts';
import { isScored, itemListsOf, siblingsOf, tidyItems } from '../model/kinds.ts';
import { itemsOf } from '../model/names.ts';
import { placeOf } from '../model/places.ts';
import { rename } from '../model/references.ts';
import { DefaultField } from './DefaultField.tsx';
import { Field, FlagField, Said, SelectField, useProperty } from './fields.tsx';
import { ItemsField } from './ItemsField.tsx';
import { Kinds } from './Kinds.tsx';
import { WordsField } from './WordsField.tsx';

/** What a question says and takes: its wording, its choices, and what its type has of its own. */
export function Content({ part }: { part: Part }) {
  const { t } = useTranslation();
  const type = typeOf(part);
  const siblings = siblingsOf(part);
  const isQuestion = !['page', 'panel', 'html'].includes(type);
  return (
    <>
      {type === 'html'
        ? <WordsField part={part} property="html" label={t('designer.property.html')} rows={4} piped />
        : <WordsField part={part} property="title" label={t('designer.property.title')} piped />}
      {type !== 'html' && <WordsField part={part} property="description" label={t('designer.property.description')} rows={1} piped />}
      <div className="property-two">
        <NameField part={part} />
        {siblings.length > 0 && <SelectField part={part} property="type" label={t('designer.property.type')} usual="" options={siblings.map((each) => ({ value: each, label: t(`designer.type.${each}`) }))} />}
      </div>
      {isQuestion && type !== 'expression' && (
        <div className="property-flags">
          <FlagField part={part} property="isRequired" label={t('designer.property.isRequired')} />
          <FlagField part={part} property="showCommentArea" label={t('designer.property.showCommentArea')} />
          {itemListsOf(part).length > 0 && type !== 'matrixdynamic' && type !== 'ranking' && <ScoredField part={part} />}
        </div>
      )}
      {itemListsOf(part).map((list) => (
        <ItemsField key={list} part={part} property={list} label={t(`designer.items.${list}`)} scored={(list === 'choices' || list === 'columns' || list === 'rateValues') && isScored(part)} />
      ))}
      <Kinds part={part} />
      {isQuestion && <DefaultField part={part} />}
      {isQuestion && part[role] === 'element' && <AttributeField part={part} />}
    </>
  );
}

/** Under which answers are kept. Whatever speaks of it follows; it takes effect when one leaves the field, so that half a name renames nothing. */
export function NameField({ part }: { part: Part }) {
  const { t } = useTranslation();
  const design = useDesign();
  const { document, may } = useLooked();
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? nameOf(part);
  const place = placeOf(document, part[key]);
  const taken = place?.parent != null && childrenOf(place.parent, place.list).some((each) => each[key] !== part[key] && nameOf(each).toLowerCase() === name.toLowerCase());
  const wrong = name.trim() === '' && part['type'] !== 'panel' && part['type'] !== 'html' ? 'empty' : /[{}[\]]/.test(name) ? 'signs' : taken ? 'taken' : null;

  function take(): void {
    if (typed !== null && wrong === null && typed.trim() !== nameOf(part)) design.edit(rename(part[key], typed.trim()));
    setTyped(null);
  }

  return (
    <Field label={t('designer.property.name')} part={part} property="name">
      {(id) => (
        <>
          <Input id={id} className="mono" disabled={!may} maxLength={60} status={wrong === null ? '' : 'error'} value={name} onChange={(event) => setTyped(event.target.value)} onBlur={take} onPressEnter={take} />
          {typed !== null && wrong !== null && <p className="property-said" data-severity="error">{t(`designer.name.${wrong}`)}</p>}
        </>
      )}
    </Field>
  );
}

/** Points for choices: with it each says what it counts, without it none does. */
function ScoredField({ part }: { part: Part }) {
  const { t } = useTranslation();
  const design = useDesign();
  const { may } = useLooked();
  function turn(on: boolean): void {
    design.edit((document) => itemListsOf(part).filter((list) => Array.isArray(part[list]) && list !== 'rows').reduce((changed, list) => setProperty(part[key], list, tidyItems(itemsOf(part, list).map((item, at) => {
      if (on) return { ...item, score: item.score ?? at };
      const { score: _gone, ...rest } = item;
      return rest;
    })))(changed), setProperty(part[key], 'scored', on ? true : undefined)(document)));
  }
  return <Checkbox className="property-flag" disabled={!may} checked={isScored(part)} onChange={(event) => turn(event.target.checked)}>{t('designer.property.scored')}</Checkbox>;
}

/** Attributes that a customer may tell of themself; whatever else the golden record holds comes from systems. */
const attributes = ['name', 'document', 'gender', 'birth', 'mobile', 'phone.home', 'phone.office', 'email', 'address.home', 'address.work', 'address.registered', 'employer', 'occupation', 'nationality', 'ethnic', 'household'];

function AttributeField({ part }: { part: Part }) {
  const { t } = useTranslation();
  const names = useNames();
  const set = useProperty(part, 'customerAttribute');
  const { may } = useLooked();
  return (
    <div className="property">
      <span className="property-label"><span>{t('designer.property.customerAttribute')}</span></span>
      <Select className="property-wide" allowClear disabled={!may} aria-label={t('designer.property.customerAttribute')} placeholder={t('designer.attribute.none')} value={part['customerAttribute'] as string | undefined} onChange={(value) => set(value)} options={attributes.map((each) => ({ value: each, label: names.attribute(each) }))} />
      <Said part={part} property="customerAttribute" />
    </div>
  );
}

