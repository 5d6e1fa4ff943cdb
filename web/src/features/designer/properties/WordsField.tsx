import { Dropdown } from 'antd';
import { useRef } from 'react';
import { useTranslation } from '../../../app/translation.ts';
import { useDesign, useLooked } from '../DesignContext.ts';
import { availableTo } from '../model/available.ts';
import { key, type Part } from '../model/document.ts';
import { setProperty } from '../model/edits.ts';
import { languages, textIn, withText, type Language } from '../model/texts.ts';
import { Area, Said } from './fields.tsx';

interface Props {
  part: Part;
  property: string;
  label: string;
  rows?: number;
  /** Answers can be put into it. */
  piped?: boolean;
}

/** One text of a part in both languages, side by side. */
export function WordsField({ part, property, label, rows = 2, piped = false }: Props) {
  const design = useDesign();
  return (
    <div className="property">
      <Words
        label={label}
        said={part[property]}
        rows={rows}
        piped={piped ? part[key] : null}
        onChange={(text, language) => design.edit(setProperty(part[key], property, text), `${part[key]}.${property}.${language}`)}
      />
      <Said part={part} property={property} />
    </div>
  );
}

/** Two text fields for the two languages of one text, wherever it stands. */
export function Words({ label, said, rows, piped, onChange }: { label: string; said: unknown; rows: number; piped: string | null; onChange: (text: unknown, language: Language) => void }) {
  const { t } = useTranslation();
  const { may } = useLooked();
  const last = useRef<{ language: Language; at: number }>({ language: 'zh-CN', at: -1 });

  function put(name: string): void {
    const { language, at } = last.current;
    const text = textIn(said, language);
    const place = at < 0 ? text.length : at;
    onChange(withText(said, language, `${text.slice(0, place)}{${name}}${text.slice(place)}`), language);
  }

  return (
    <>
      <span className="property-label"><span>{label}</span>{piped !== null && may && <PipeMenu wanted={piped} onPick={put} />}</span>
      <div className="words">
        {languages.map((language) => (
          <Area
            key={language}
            lang={language}
            aria-label={`${label} · ${t(`designer.language.${language}`)}`}
            placeholder={t(`designer.language.${language}`)}
            disabled={!may}
            rows={rows}
            maxLength={5_000}
            value={textIn(said, language)}
            onSelect={(event) => (last.current = { language, at: event.currentTarget.selectionStart })}
            onChange={(event) => onChange(withText(said, language, event.target.value), language)}
          />
        ))}
      </div>
    </>
  );
}

/** Which answer is put into the text where the cursor last was. */
function PipeMenu({ wanted, onPick }: { wanted: string; onPick: (name: string) => void }) {
  const { t, i18n } = useTranslation();
  const { document } = useLooked();
  const items = () => availableTo(document, wanted, i18n.language as Language).slice(0, 300).map((each) => ({ key: each.name, label: <span className="pipe-item">{each.title} <code>{each.name}</code></span> }));
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: items(), className: 'pipe-menu', onClick: ({ key: name }) => onPick(name) }}>
      <button type="button" className="link-button" aria-haspopup="menu">{t('designer.pipe')}</button>
    </Dropdown>
  );
}
