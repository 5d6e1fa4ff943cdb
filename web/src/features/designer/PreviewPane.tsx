import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useIsPhone } from '../../components/useIsPhone.ts';
import { useLooked } from './DesignContext.ts';
import { childrenOf, key, nameOf } from './model/document.ts';
import { languages, anyText } from './model/texts.ts';
import { PreviewFrame } from './PreviewFrame.tsx';
import { usePreview, type Tried } from './usePreview.ts';

const sizes = ['phone', 'desk', 'both'] as const;

/** How it looks to whoever answers, on a phone and on a desk: walked page by page, with answers that stay while one edits. */
export function PreviewPane({ tried, onTried }: { tried: Tried; onTried: (tried: Tried) => void }) {
  const { t } = useTranslation();
  const { document, language } = useLooked();
  const isPhone = useIsPhone();
  const [size, setSize] = useState<(typeof sizes)[number]>(isPhone ? 'phone' : 'both');
  const preview = usePreview(document, tried, onTried);
  const { shown, error } = preview;
  const pages = childrenOf(document, 'pages');
  const toggle = (chosen: boolean, label: string, act: () => void) => <button key={label} type="button" aria-pressed={chosen} onClick={act}>{label}</button>;
  return (
    <section className="preview" aria-label={t('designer.view.preview')}>
      <div className="preview-bar">
        {!isPhone && <span className="design-views" role="group" aria-label={t('designer.preview.size')}>{sizes.map((each) => toggle(size === each, t(`designer.preview.${each}`), () => setSize(each)))}</span>}
        <span className="design-views" role="group" aria-label={t('designer.preview.language')}>{languages.map((each) => toggle(tried.language.slice(0, 2) === each.slice(0, 2), t(`designer.language.${each}`), () => preview.turn(each.toLowerCase())))}</span>
        <Select size="small" className="preview-page" aria-label={t('designer.preview.page')} value={shown?.page === '' ? '' : (shown?.page ?? '')} onChange={(page: string) => preview.open(page)} options={[...pages.map((page, at) => ({ value: nameOf(page), label: `${at + 1} · ${anyText(page['title'], language) || nameOf(page)}` })), ...(shown?.page === '' ? [{ value: '', label: t('designer.preview.end') }] : [])]} key={document[key]} />
        <button type="button" className="plain-button" onClick={preview.restart}>{t('designer.preview.restart')}</button>
        {shown !== null && (shown.score !== 0 || shown.band !== null) && <span className="preview-score figures">{t('designer.preview.score', { score: shown.score })}{shown.band === null ? '' : ` · ${shown.band}`}</span>}
        {shown !== null && shown.quotas.length > 0 && <span className="quiet">{t('designer.quotas')}: {shown.quotas.join(t('list.separator'))}</span>}
      </div>
      {error !== null && <Problem error={error} />}
      {shown !== null && (
        <div className="preview-frames" data-size={size}>
          {size !== 'desk' && <div className="preview-phone"><PreviewFrame html={shown.html} width={isPhone ? 0 : 390} title={t('designer.preview.phone')} onSend={preview.send} /></div>}
          {size !== 'phone' && <div className="preview-desk"><PreviewFrame html={shown.html} width={0} title={t('designer.preview.desk')} onSend={preview.send} /></div>}
        </div>
      )}
    </section>
  );
}
