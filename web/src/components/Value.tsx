import type { AttributeValue } from '../api/types.ts';
import { useTranslation } from '../app/translation.ts';
import { valueLines, type ValueWords } from './values.ts';

export function useValueWords(): ValueWords {
  const { t, i18n } = useTranslation();
  return {
    word: (kind, code) => (i18n.exists(`${kind}.${code}`) ? t(`${kind}.${code}`) : code),
    until: (date) => t('value.until', { date }),
  };
}

const figures = /^(?:document|mobile|phone\.|card|birth)/;

export function Value({ attribute, value }: { attribute: string; value: AttributeValue | null }) {
  const lines = valueLines(attribute, value, useValueWords());
  if (lines.length === 0) return <span className="quiet">–</span>;
  return (
    <span className={figures.test(attribute) ? 'value figures' : 'value'}>
      {lines.map((line) => <span key={line} className="value-line">{line}</span>)}
    </span>
  );
}
