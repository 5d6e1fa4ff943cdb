import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { figuresQuery, systemsQuery } from '../../api/queries.ts';
import { sessionQuery } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { formatCount, formatDuration } from '../../format/figures.ts';
import { useLive } from '../../live/useLive.ts';
import { Board } from './Board.tsx';
import { DemoBar } from './DemoBar.tsx';
import { FollowCard } from './FollowCard.tsx';
import './map.css';
import { Stream } from './Stream.tsx';
import { useFollow } from './useFollow.ts';

/** The bank as it is this second. */
export function MapPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('nav.map'));
  const session = useQuery(sessionQuery);
  const systems = useQuery(systemsQuery);
  const figures = useQuery(figuresQuery);
  const tick = useLive((state) => state.tick);
  const follow = useFollow();
  const arrived = new Set((follow.followed?.arrivals ?? []).filter((each) => each.state === 'arrived').map((each) => each.system));

  return (
    <div className="map-page">
      <div className="page-head">
        <h1>{t('nav.map')}</h1>
        {figures.data !== undefined && (
          <p className="page-facts">
            <span>{t('map.received', { count: figures.data.received, figure: formatCount(figures.data.received, i18n.language) })}</span>
            <span>{t('map.refused', { count: figures.data.refused, figure: formatCount(figures.data.refused, i18n.language) })}</span>
            {figures.data.syncMs.count > 0 && (
              <span title={t('map.sync.title')}>
                {t('map.syncBoth', { p50: formatDuration(figures.data.syncMs.p50, i18n.language), p99: formatDuration(figures.data.syncMs.p99, i18n.language) })}
              </span>
            )}
          </p>
        )}
        {session.data?.demo === true && <DemoBar systems={systems.data ?? []} follow={follow} />}
      </div>
      <div className="map-body">
        {systems.isError && systems.data === undefined ? (
          <Problem error={systems.error} onRetry={() => void systems.refetch()} />
        ) : systems.data === undefined ? (
          <div className="board"><Skeleton active paragraph={{ rows: 10 }} /></div>
        ) : (
          <Board systems={systems.data} figures={figures.data} tick={tick} arrived={arrived} />
        )}
        <div className="map-side">
          <FollowCard follow={follow} />
          <Stream followed={follow.partyNumber} />
        </div>
      </div>
    </div>
  );
}
