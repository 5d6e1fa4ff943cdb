import { Button } from 'antd';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink, SystemCode } from '../../components/labels.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatDuration } from '../../format/figures.ts';
import type { Arrival } from './follow.ts';
import type { Follow } from './useFollow.ts';

/** What the demo's button did, and how far it has got in every other system. */
export function FollowCard({ follow }: { follow: Follow }) {
  const { t } = useTranslation();
  const names = useNames();
  const { act, started, followed, partyNumber, change, dismiss } = follow;
  if (act.error !== null) return <div className="follow"><Problem error={act.error} /></div>;
  if (started === null) return null;
  const { system, what } = started.reply;
  return (
    <section className="follow" aria-label={t('follow.label')} aria-live="polite">
      <header>
        <strong>{t(`follow.${started.act}`, { system: system ?? '' })}</strong>
        <Button type="text" size="small" aria-label={t('action.close')} title={t('action.close')} onClick={dismiss}>×</Button>
      </header>
      {started.act === 'close-day' ? (
        <p>{t('follow.close-day.help')}</p>
      ) : (
        <>
          <p className="follow-who">
            {change !== null && <span>{change.maskedName}</span>}
            {partyNumber === null ? <span className="quiet">{t('follow.hearing')}</span> : <PartyLink number={partyNumber} />}
            {what !== null && <span className="quiet">{names.list(what.split(',').map(names.attribute))}</span>}
          </p>
          {followed !== null && followed.arrivals.length === 0 && <p className="quiet">{t('follow.alone')}</p>}
          {followed !== null && (
            <ol className="arrivals">
              {followed.arrivals.map((arrival) => <ArrivalRow key={`${arrival.system} ${arrival.key}`} arrival={arrival} />)}
            </ol>
          )}
        </>
      )}
    </section>
  );
}

function ArrivalRow({ arrival }: { arrival: Arrival }) {
  const { t, i18n } = useTranslation();
  return (
    <li data-state={arrival.state}>
      <SystemCode system={arrival.system} />
      <span className="mono quiet">{arrival.key}</span>
      <span className="arrival-state">
        {t(`arrival.${arrival.state}`, { time: formatDuration(arrival.afterMs, i18n.language) })}
      </span>
    </li>
  );
}
