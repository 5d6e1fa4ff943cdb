import { Button, Dropdown, InputNumber } from 'antd';
import { useTranslation } from '../../../app/translation.ts';
import { useDesign, useLooked } from '../DesignContext.ts';
import { isPlain, key, typeOf, type Part } from '../model/document.ts';
import { setProperty } from '../model/edits.ts';
import { ConditionField } from './ConditionField.tsx';
import { Area, FlagField, Said } from './fields.tsx';
import { Words, WordsField } from './WordsField.tsx';

/** When it is asked, when it must be answered, when it can be changed. */
export function Rules({ part }: { part: Part }) {
  const { t } = useTranslation();
  const type = typeOf(part);
  return (
    <>
      <ConditionField key={`${part[key]}v`} part={part} property="visibleIf" label={t('designer.property.visibleIf')} />
      {type !== 'html' && type !== 'page' && type !== 'expression' && <ConditionField key={`${part[key]}r`} part={part} property="requiredIf" label={t('designer.property.requiredIf')} />}
      {type !== 'html' && type !== 'expression' && <ConditionField key={`${part[key]}e`} part={part} property="enableIf" label={t('designer.property.enableIf')} />}
      <div className="property-flags">
        <FlagField part={part} property="visible" label={t('designer.property.visible')} usual />
        {type !== 'html' && <FlagField part={part} property="readOnly" label={t('designer.property.readOnly')} />}
      </div>
    </>
  );
}

const validators = ['numeric', 'text', 'regex', 'email', 'answercount', 'expression'] as const;

const bounds: Readonly<Record<string, readonly [string, string]>> = { numeric: ['minValue', 'maxValue'], text: ['minLength', 'maxLength'], answercount: ['minCount', 'maxCount'] };

/** What an answer must satisfy, each with the words that are said where it does not. */
export function Checks({ part }: { part: Part }) {
  const { t } = useTranslation();
  const design = useDesign();
  const { may } = useLooked();
  const list = Array.isArray(part['validators']) ? (part['validators'] as unknown[]).filter(isPlain) : [];
  const put = (next: readonly unknown[], field = '') => design.edit(setProperty(part[key], 'validators', next.length === 0 ? undefined : next), field === '' ? '' : `${part[key]}.validators.${field}`);
  return (
    <>
      <WordsField part={part} property="requiredErrorText" label={t('designer.property.requiredErrorText')} rows={1} piped />
      {list.map((validator, at) => {
        const type = String(validator['type'] ?? '');
        const label = t(`designer.validator.${type}` as 'designer.validator.text');
        const change = (name: string, value: unknown) => {
          const { [name]: _before, ...rest } = validator;
          put(list.with(at, value === undefined || value === null || value === '' ? rest : { ...rest, [name]: value }), `${at}.${name}`);
        };
        return (
          <section key={at} className="validator" aria-label={label}>
            <span className="property-label">
              <b>{label}</b>
              {may && <button type="button" className="row-more" aria-label={`${t('action.remove')} · ${label}`} onClick={() => put(list.toSpliced(at, 1))}>×</button>}
            </span>
            {bounds[type] !== undefined && (
              <div className="property-two">
                {bounds[type].map((name) => <InputNumber key={name} disabled={!may} className="property-number" aria-label={`${label} · ${t(`designer.validator.${name}` as 'designer.validator.minValue')}`} placeholder={t(`designer.validator.${name}` as 'designer.validator.minValue')} value={typeof validator[name] === 'number' ? validator[name] : null} onChange={(value) => change(name, value)} />)}
              </div>
            )}
            {(type === 'regex' || type === 'expression') && <Area rows={1} disabled={!may} className="mono" spellCheck={false} maxLength={type === 'regex' ? 500 : 4_000} aria-label={label} value={String(validator[type] ?? '')} onChange={(event) => change(type, event.target.value)} />}
            <Words label={t('designer.validator.words')} said={validator['text']} rows={1} piped={null} onChange={(text) => change('text', text)} />
          </section>
        );
      })}
      <Said part={part} property="validators" />
      {may && (
        <Dropdown trigger={['click']} menu={{ items: validators.map((type) => ({ key: type, label: t(`designer.validator.${type}`) })), onClick: ({ key: type }) => put([...list, { type }]) }}>
          <Button size="small">{t('designer.validator.add')}</Button>
        </Dropdown>
      )}
    </>
  );
}
