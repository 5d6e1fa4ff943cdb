import { Tag } from 'antd';
import { useTranslation } from '../../app/translation.ts';

const colours: Readonly<Record<string, string>> = { checking: 'processing', running: 'processing', undoing: 'processing', checked: 'warning', stopped: 'warning', done: 'success' };

export function StateTag({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Tag color={colours[state] ?? 'default'} variant="filled">{t(`option.imports.state.${state as 'draft'}`)}</Tag>;
}
