import { useMemo } from 'react';
import type { Fragment } from '../../api/library.ts';
import { useTranslation } from '../../app/translation.ts';
import { outlineOf } from './outline.ts';

/** What a document asks, page by page. */
export function Outline({ document }: { document: Fragment }) {
  const { t, i18n } = useTranslation();
  const lines = useMemo(() => outlineOf(document, i18n.language), [document, i18n.language]);
  if (lines.length < 2) return <p className="quiet">{t('library.outline.none')}</p>;
  return (
    <ol className="outline">
      {lines.map((line) => (
        <li key={line.path} data-level={Math.min(line.level, 4)} className={line.level === 0 ? 'outline-page' : undefined}>
          <span>{line.title || line.name}</span>
          {line.level > 0 && <span className="quiet">{t(`option.bank.type.${line.type as 'text'}`, { defaultValue: line.type })}</span>}
          {line.required && <span className="quiet">{t('library.outline.required')}</span>}
          {line.conditional && <span className="quiet">{t('library.outline.conditional')}</span>}
        </li>
      ))}
    </ol>
  );
}
