import { Button, Input, InputNumber } from 'antd';
import { useTranslation } from '../../../app/translation.ts';
import { useDesign, useLooked } from '../DesignContext.ts';
import { childrenOf, isPlain, key, nameOf, partOf, type Part, type Role } from '../model/document.ts';
import { freeName, insert, remove, setProperty } from '../model/edits.ts';
import { partsOf } from '../model/places.ts';
import { ConditionField, WrittenCondition } from './ConditionField.tsx';
import { NameField } from './Content.tsx';
import { FlagField, NumberField, Said } from './fields.tsx';
import { Words, WordsField } from './WordsField.tsx';

/** What belongs to no page: title, the words at the end. */
export function WholeWords({ document }: { document: Part }) {
  const { t } = useTranslation();
  return (
    <>
      <WordsField part={document} property="title" label={t('designer.property.title')} />
      <WordsField part={document} property="description" label={t('designer.property.description')} rows={3} />
      <WordsField part={document} property="completedHtml" label={t('designer.property.completedHtml')} rows={3} piped />
      <Listed document={document} list="completedHtmlOnCondition" role="ending" fresh={() => ({})} label={t('designer.endings')}>
        {(ending) => (
          <>
            <ConditionField part={ending} property="expression" label={t('designer.endings.if')} />
            <WordsField part={ending} property="html" label={t('designer.endings.text')} piped />
          </>
        )}
      </Listed>
      <Listed document={document} list="triggers" role="trigger" fresh={() => ({ type: 'complete' })} label={t('designer.triggers')}>
        {(trigger) => <ConditionField part={trigger} property="expression" label={t('designer.triggers.if')} />}
      </Listed>
    </>
  );
}

/** Values that are worked out, what the scores come to, and how many answers are wanted of whom. */
export function WholeSums({ document }: { document: Part }) {
  const { t } = useTranslation();
  const taken = () => new Set(partsOf(document).map((part) => nameOf(part).toLowerCase()));
  return (
    <>
      <Listed document={document} list="calculatedValues" role="value" fresh={() => ({ name: freeName(taken(), 'value1') })} label={t('designer.values')}>
        {(value) => (
          <>
            <NameField part={value} />
            <WrittenCondition part={value} property="expression" label={t('designer.property.expression')} />
            <Said part={value} property="expression" />
            <FlagField part={value} property="includeIntoResult" label={t('designer.property.includeIntoResult')} />
          </>
        )}
      </Listed>
      <Bands document={document} />
      <Listed document={document} list="quotas" role="quota" fresh={() => ({ name: freeName(new Set(childrenOf(document, 'quotas').map((quota) => nameOf(quota).toLowerCase())), 'quota1'), limit: 100, then: 'screen' })} label={t('designer.quotas')}>
        {(quota) => (
          <>
            <div className="property-two"><NameField part={quota} /><NumberField part={quota} property="limit" label={t('designer.quotas.limit')} min={1} /></div>
            <ConditionField part={quota} property="expression" label={t('designer.quotas.if')} />
            <WordsField part={quota} property="text" label={t('designer.quotas.text')} rows={1} />
          </>
        )}
      </Listed>
    </>
  );
}

interface ListedProps {
  document: Part;
  list: string;
  role: Role;
  label: string;
  fresh: () => Record<string, unknown>;
  children: (part: Part) => React.ReactNode;
}

/** Parts of the whole in a row: each a little form of its own. */
function Listed({ document, list, role, label, fresh, children }: ListedProps) {
  const { t } = useTranslation();
  const design = useDesign();
  const { may, selected } = useLooked();
  const parts = childrenOf(document, list);
  return (
    <section className="listed" aria-label={label}>
      <h3>{label}</h3>
      <p className="quiet">{t(`designer.help.${list}` as 'designer.help.quotas')}</p>
      {parts.map((part, at) => (
        <div key={part[key]} className="listed-part" data-selected={selected === part[key]}>
          {may && <button type="button" className="row-more listed-gone" aria-label={`${t('action.remove')} · ${label} ${at + 1}`} onClick={() => design.edit(remove(part[key]))}>×</button>}
          {children(part)}
        </div>
      ))}
      {may && <Button size="small" onClick={() => design.edit(insert(partOf(fresh(), role), { parent: document[key], list, at: parts.length }))}>{t(`designer.add.${list}` as 'designer.add.quotas')}</Button>}
    </section>
  );
}

interface Band {
  name: string;
  from: number;
  title?: unknown;
}

/** What a sum of scores means: each band begins where it says and ends where the next begins. */
function Bands({ document }: { document: Part }) {
  const { t } = useTranslation();
  const design = useDesign();
  const { may } = useLooked();
  const scoring = document['scoring'];
  const bands = isPlain(scoring) && Array.isArray(scoring['bands']) ? (scoring['bands'] as Band[]) : [];
  const put = (next: readonly Band[], field = '') => design.edit(setProperty(document[key], 'scoring', next.length === 0 ? undefined : { ...(isPlain(scoring) ? scoring : {}), bands: next }), field === '' ? '' : `scoring.${field}`);
  const label = t('designer.bands');
  return (
    <section className="listed" aria-label={label}>
      <h3>{label}</h3>
      <p className="quiet">{t('designer.help.bands')}</p>
      {bands.map((band, at) => (
        <div key={at} className="listed-part">
          {may && <button type="button" className="row-more listed-gone" aria-label={`${t('action.remove')} · ${label} ${at + 1}`} onClick={() => put(bands.toSpliced(at, 1))}>×</button>}
          <div className="property-two">
            <Input className="mono" disabled={!may} aria-label={`${label} ${at + 1} · ${t('designer.property.name')}`} maxLength={40} value={band.name} onChange={(event) => put(bands.with(at, { ...band, name: event.target.value }), `${at}.name`)} />
            <InputNumber className="property-number" disabled={!may} prefix={t('designer.bands.from')} aria-label={`${label} ${at + 1} · ${t('designer.bands.from')}`} value={band.from} onChange={(from) => put(bands.with(at, { ...band, from: from ?? 0 }), `${at}.from`)} />
          </div>
          <Words label={t('designer.bands.title')} said={band.title} rows={1} piped={null} onChange={(title) => put(bands.with(at, { ...band, title }), `${at}.title`)} />
        </div>
      ))}
      <Said part={document} property="scoring.bands" />
      {may && <Button size="small" onClick={() => put([...bands, { name: `band${bands.length + 1}`, from: (bands.at(-1)?.from ?? -10) + 10 }])}>{t('designer.add.bands')}</Button>}
    </section>
  );
}
