import { Button } from 'antd';
import { Link } from 'react-router';
import { useTranslation } from '../../app/translation.ts';
import { RedoIcon, UndoIcon } from '../../components/icons.tsx';
import type { Saving } from './useAutosave.ts';

export type View = 'design' | 'preview' | 'check';

interface Props {
  title: string;
  version: number;
  saving: Saving;
  may: boolean;
  canUndo: boolean;
  canRedo: boolean;
  errors: number;
  findings: number;
  view: View;
  onUndo: () => void;
  onRedo: () => void;
  onView: (view: View) => void;
  onPublish: () => void;
}

/** The one bar of the task: the way back, what is saved, undo, the three views, and its end. */
export function Bar({ title, version, saving, may, canUndo, canRedo, errors, findings, view, onUndo, onRedo, onView, onPublish }: Props) {
  const { t } = useTranslation();
  return (
    <header className="design-bar">
      <Link to="/questionnaires" className="design-back" aria-label={t('designer.back')}>←</Link>
      <h1 title={title}>{title}</h1>
      {version > 0 && <span className="kind">{t('designer.version', { number: version })}</span>}
      <span className="design-saved" data-state={saving.state} role="status">{may ? t(`designer.saved.${saving.state}`) : t('designer.readonly')}</span>
      <span className="design-acts">
        {may && (
          <>
            <button type="button" className="tool" disabled={!canUndo} aria-label={t('designer.undo')} title={`${t('designer.undo')} (Ctrl Z)`} onClick={onUndo}><UndoIcon /></button>
            <button type="button" className="tool" disabled={!canRedo} aria-label={t('designer.redo')} title={`${t('designer.redo')} (Ctrl Shift Z)`} onClick={onRedo}><RedoIcon /></button>
          </>
        )}
        <span className="design-views" role="group" aria-label={t('designer.view')}>
          {(['design', 'preview', 'check'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={view === each} onClick={() => onView(each)}>
              {t(`designer.view.${each}`)}
              {each === 'check' && findings > 0 && <b className="figures" data-severity={errors > 0 ? 'error' : 'warning'}>{findings}</b>}
            </button>
          ))}
        </span>
        {may && <Button type="primary" onClick={onPublish}>{t('designer.publish')}</Button>}
      </span>
    </header>
  );
}
