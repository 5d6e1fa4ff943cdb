import { Button, Progress } from 'antd';
import type { Import } from '../../api/imports.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount } from '../../format/figures.ts';

/** How far it is. It goes on without the page. */
export function Progressing({ of, onStop }: { of: Import; onStop: (() => void) | null }) {
  const { t, i18n } = useTranslation();
  const [done, total] = of.state === 'checking' ? [of.good + of.wrong + of.skipped, of.lines]
    : of.state === 'running' ? [of.done + of.skipped + of.wrong, of.lines]
    : [of.undone + of.stayed, of.undone + of.stayed + of.done];
  const count = (lines: number) => formatCount(lines, i18n.language);
  return (
    <section className="import-card" role="status">
      <Progress percent={total === 0 ? 0 : Math.floor((done / total) * 100)} status="active" aria-label={t('imports.progress')} />
      <p className="figures">{t('job.progress', { done: count(done), total: count(total) })}</p>
      <p className="quiet">{t('imports.progress.help')}</p>
      {onStop !== null && <Button onClick={onStop}>{t('imports.stop')}</Button>}
    </section>
  );
}
