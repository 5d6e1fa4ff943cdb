import { useTranslation } from '../../app/translation.ts';
import { useLooked } from './DesignContext.ts';
import { nameOf } from './model/document.ts';
import { placeOf } from './model/places.ts';
import type { Use } from './model/references.ts';
import { anyText } from './model/texts.ts';

export interface Dropped {
  name: string;
  /** What spoke of it, and now speaks of nothing. */
  uses: readonly Use[];
}

/** What was taken away, who spoke of it, and the way back. */
export function DropNotice({ dropped, onUndo, onOpen, onClose }: { dropped: Dropped; onUndo: () => void; onOpen: (use: Use) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { document, language } = useLooked();
  const nameIn = (use: Use) => {
    const part = placeOf(document, use.key)?.part;
    return part === undefined ? use.property : anyText(part['title'], language) || nameOf(part) || t('designer.whole');
  };
  return (
    <div className="drop-notice" role="status">
      <span>{t('designer.dropped', { name: dropped.name })}</span>
      <button type="button" className="link-button" onClick={onUndo}>{t('designer.undo')}</button>
      <button type="button" className="row-more" aria-label={t('action.close')} onClick={onClose}>×</button>
      {dropped.uses.length > 0 && (
        <div className="drop-uses">
          <span>{t('designer.dropped.uses', { count: dropped.uses.length })}</span>
          {dropped.uses.slice(0, 6).map((use) => <button key={use.key + use.property} type="button" className="link-button" onClick={() => onOpen(use)}>{nameIn(use)} · {t(`designer.property.${use.property.replace(/\[\d+\].*/, '')}` as 'designer.property.visibleIf')}</button>)}
        </div>
      )}
    </div>
  );
}
