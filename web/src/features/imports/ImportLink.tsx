import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';

/** From a list to bringing in many of its kind, for those who may. */
export function ImportLink({ kind }: { kind: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay()('imports.edit');
  return may && <Button onClick={() => void navigate(`/imports/new?kind=${kind}`)}>{t('imports.link')}</Button>;
}
