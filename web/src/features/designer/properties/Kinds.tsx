import { useTranslation } from '../../../app/translation.ts';
import { useDesign, useLooked } from '../DesignContext.ts';
import { childrenOf, key, nameOf, partOf, typeOf, type Part } from '../model/document.ts';
import { freeName, insert, remove, step } from '../model/edits.ts';
import { WrittenCondition } from './ConditionField.tsx';
import { FlagField, NumberField, Said, SelectField, TextField } from './fields.tsx';
import { ItemsField } from './ItemsField.tsx';
import { WordsField } from './WordsField.tsx';

const inputs = ['text', 'number', 'date', 'datetime-local', 'time', 'month', 'email', 'tel', 'url'];
const cells = ['text', 'comment', 'dropdown', 'radiogroup', 'checkbox', 'boolean', 'rating', 'expression'];

/** What one type of question has and others have not. */
export function Kinds({ part }: { part: Part }) {
  const { t } = useTranslation();
  const label = (name: string) => t(`designer.property.${name}` as 'designer.property.min');
  switch (typeOf(part)) {
    case 'text': return (
      <>
        <SelectField part={part} property="inputType" label={label('inputType')} usual="text" options={inputs.map((input) => ({ value: input, label: t(`designer.input.${input}` as 'designer.input.text') }))} />
        <Bounds part={part} />
        <WordsField part={part} property="placeholder" label={label('placeholder')} rows={1} />
      </>
    );
    case 'comment': return <NumberField part={part} property="maxLength" label={label('maxLength')} min={1} />;
    case 'rating': return (
      <>
        <div className="property-two">
          <NumberField part={part} property="rateMin" label={label('rateMin')} usual={1} />
          <NumberField part={part} property="rateMax" label={label('rateMax')} usual={5} />
        </div>
        <WordsField part={part} property="minRateDescription" label={label('minRateDescription')} rows={1} />
        <WordsField part={part} property="maxRateDescription" label={label('maxRateDescription')} rows={1} />
      </>
    );
    case 'boolean': return (
      <>
        <WordsField part={part} property="labelTrue" label={label('labelTrue')} rows={1} />
        <WordsField part={part} property="labelFalse" label={label('labelFalse')} rows={1} />
      </>
    );
    case 'radiogroup': case 'dropdown': case 'checkbox': case 'tagbox': return (
      <>
        <div className="property-flags">
          <FlagField part={part} property="showOtherItem" label={label('showOtherItem')} />
          <FlagField part={part} property="showNoneItem" label={label('showNoneItem')} />
        </div>
        {(typeOf(part) === 'checkbox' || typeOf(part) === 'tagbox') && (
          <div className="property-two">
            <NumberField part={part} property="minSelectedChoices" label={label('minSelectedChoices')} min={0} />
            <NumberField part={part} property="maxSelectedChoices" label={label('maxSelectedChoices')} min={0} />
          </div>
        )}
      </>
    );
    case 'matrix': return (
      <div className="property-flags">
        <FlagField part={part} property="eachRowRequired" label={label('eachRowRequired')} />
        <FlagField part={part} property="eachRowUnique" label={label('eachRowUnique')} />
      </div>
    );
    case 'file': case 'photo': return (
      <>
        <FlagField part={part} property="allowMultiple" label={label('allowMultiple')} />
        <div className="property-two">
          <NumberField part={part} property="maxFiles" label={label('maxFiles')} min={1} />
          <TextField part={part} property="acceptedTypes" label={label('acceptedTypes')} code placeholder={typeOf(part) === 'photo' ? 'image/*' : ''} />
        </div>
      </>
    );
    case 'paneldynamic': return (
      <>
        <WordsField part={part} property="templateTitle" label={label('templateTitle')} rows={1} piped />
        <Counts part={part} names={['panelCount', 'minPanelCount', 'maxPanelCount']} />
        <TextField part={part} property="keyName" label={label('keyName')} code />
      </>
    );
    case 'matrixdynamic': return (
      <>
        <Counts part={part} names={['rowCount', 'minRowCount', 'maxRowCount']} />
        <Inner part={part} list="columns" />
      </>
    );
    case 'multipletext': return <Inner part={part} list="items" />;
    case 'column': return <Cell part={part} />;
    case 'item': return <SelectField part={part} property="inputType" label={label('inputType')} usual="text" options={inputs.map((input) => ({ value: input, label: t(`designer.input.${input}` as 'designer.input.text') }))} />;
    case 'expression': return (
      <div className="property">
        <span className="property-label"><span>{label('expression')}</span></span>
        <WrittenCondition part={part} property="expression" label={label('expression')} />
        <Said part={part} property="expression" />
        <p className="quiet property-help">{t('designer.expression.help')}</p>
      </div>
    );
    default: return null;
  }
}

function Bounds({ part }: { part: Part }) {
  const { t } = useTranslation();
  const input = String(part['inputType'] ?? 'text');
  if (input === 'number') return <div className="property-two"><NumberField part={part} property="min" label={t('designer.property.min')} /><NumberField part={part} property="max" label={t('designer.property.max')} /></div>;
  if (['date', 'datetime-local', 'time', 'month'].includes(input)) return <div className="property-two"><TextField part={part} property="min" label={t('designer.property.min')} code placeholder="=today()" /><TextField part={part} property="max" label={t('designer.property.max')} code placeholder="=today()" /></div>;
  return <NumberField part={part} property="maxLength" label={t('designer.property.maxLength')} min={1} />;
}

function Counts({ part, names }: { part: Part; names: readonly string[] }) {
  const { t } = useTranslation();
  return <div className="property-three">{names.map((name) => <NumberField key={name} part={part} property={name} label={t(`designer.property.${name}` as 'designer.property.min')} min={0} max={100} />)}</div>;
}

/** Columns of a table, texts of a question: each opens as a part of its own. */
function Inner({ part, list }: { part: Part; list: 'columns' | 'items' }) {
  const { t } = useTranslation();
  const design = useDesign();
  const { may } = useLooked();
  const inner = childrenOf(part, list);
  const add = () => design.edit(insert(partOf({ name: freeName(new Set(inner.map((each) => nameOf(each).toLowerCase())), list === 'columns' ? 'column1' : 'text1'), ...(list === 'columns' ? { cellType: 'text' } : {}) }, list === 'columns' ? 'column' : 'item'), { parent: part[key], list, at: inner.length }));
  return (
    <div className="property items">
      <span className="property-label"><span>{t(`designer.inner.${list}`)}</span></span>
      <ol>
        {inner.map((each, at) => (
          <li key={each[key]} className="inner">
            <button type="button" className="link-button" onClick={() => design.select(each[key])}>{nameOf(each)}</button>
            {may && (
              <span>
                <button type="button" className="row-more" disabled={at === 0} aria-label={`${t('designer.up')} · ${nameOf(each)}`} onClick={() => design.edit(step(each[key], -1))}>↑</button>
                <button type="button" className="row-more" disabled={at === inner.length - 1} aria-label={`${t('designer.down')} · ${nameOf(each)}`} onClick={() => design.edit(step(each[key], 1))}>↓</button>
                <button type="button" className="row-more" aria-label={`${t('action.remove')} · ${nameOf(each)}`} onClick={() => design.edit(remove(each[key]))}>×</button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {may && <button type="button" className="link-button" onClick={add}>{t(`designer.inner.${list}.add`)}</button>}
    </div>
  );
}

function Cell({ part }: { part: Part }) {
  const { t } = useTranslation();
  const type = String(part['cellType'] ?? 'dropdown');
  return (
    <>
      <SelectField part={part} property="cellType" label={t('designer.property.cellType')} usual="" options={cells.map((cell) => ({ value: cell, label: t(`designer.type.${cell}` as 'designer.type.text') }))} />
      {['dropdown', 'radiogroup', 'checkbox'].includes(type) && <ItemsField part={part} property="choices" label={t('designer.items.choices')} scored={false} />}
      {type === 'text' && <SelectField part={part} property="inputType" label={t('designer.property.inputType')} usual="text" options={inputs.map((input) => ({ value: input, label: t(`designer.input.${input}` as 'designer.input.text') }))} />}
      {type === 'expression' && <WrittenCondition part={part} property="expression" label={t('designer.property.expression')} />}
      <FlagField part={part} property="isUnique" label={t('designer.property.isUnique')} />
    </>
  );
}

