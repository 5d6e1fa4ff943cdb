import type { SystemStatus } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { formatCount, formatDuration, formatRate } from '../../format/figures.ts';
import { healthOf } from './health.ts';

/** One system's card: how it is, both its directions, what waits for it, when it was last heard. */
export function Node({ system }: { system: SystemStatus }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const language = i18n.language;
  const health = healthOf(system);
  return (
    <>
      <span className="node-head">
        <b>{system.system}</b>
        <span className="node-name">{names.system(system.system)}</span>
        <span className="node-health">{t(`health.${health}`)}</span>
      </span>
      <span className="node-rates">
        <span className="node-in"><span>{t('map.in')}</span> <b>{formatRate(system.receivedPerSecond, language)}</b>/s</span>
        <span className="node-out"><span>{t('map.out')}</span> <b>{formatRate(system.deliveredPerSecond, language)}</b>/s</span>
      </span>
      <span className="node-line">
        <span>{system.kind === 'files' ? t('map.files') : t('map.connections', { inbound: system.inbound, outbound: t(`outbound.${system.outbound}`) })}</span>
      </span>
      <span className="node-line">
        <span data-warn={health === 'behind'}>
          {t('map.backlog')} <b>{formatCount(system.backlog, language)}</b>
          {system.backlog > 0 && system.oldestDueSeconds !== null && system.kind === 'online' && (
            <span className="node-age"> {formatDuration(system.oldestDueSeconds * 1_000, language)}</span>
          )}
        </span>
        <span data-bad={system.dead > 0}>{t('map.dead')} <b>{formatCount(system.dead, language)}</b></span>
      </span>
      <span className="node-line node-heard">
        <span>{t('map.heard')} <When at={system.lastReceivedAt} /></span>
      </span>
    </>
  );
}
