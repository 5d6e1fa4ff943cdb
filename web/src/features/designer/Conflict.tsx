import { Button } from 'antd';
import { useTranslation } from '../../app/translation.ts';

/** Somebody else saved meanwhile: nothing of either is lost until one chooses. */
export function Conflict({ by, onMine, onTheirs }: { by: string; onMine: () => void; onTheirs: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="design-conflict" role="alert">
      <span>{by === '' ? t('designer.conflict.kept') : t('designer.conflict', { by })}</span>
      <Button size="small" onClick={onTheirs}>{t('designer.conflict.theirs')}</Button>
      <Button size="small" danger onClick={onMine}>{t('designer.conflict.mine')}</Button>
    </div>
  );
}
