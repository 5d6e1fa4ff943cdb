import { useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import { Link } from 'react-router';
import type { Figures, SystemStatus } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { Grain } from '../../components/icons.tsx';
import { useIsPhone } from '../../components/useIsPhone.ts';
import { formatCount, formatDuration, formatRate } from '../../format/figures.ts';
import { healthOf } from './health.ts';
import { around, lanes, stacked, type Box, type Point } from './layout.ts';
import { Node } from './Node.tsx';
import { usePulses } from './usePulses.ts';

const roomy = { card: { width: 204, height: 122 }, hub: { width: 196, height: 150 } };
const narrow = { card: { width: 172, height: 94 }, hub: { width: 230, height: 78 } };

interface Props {
  systems: readonly SystemStatus[];
  figures: Figures | undefined;
  tick: number;
  /** Systems that have just taken the change that is followed. */
  arrived: ReadonlySet<string>;
}

/** Granary in the middle, the bank's systems around it, a lane in and a lane out for each. */
export function Board({ systems, figures, tick, arrived }: Props) {
  const { t } = useTranslation();
  const phone = useIsPhone();
  const [board, size] = useSize();
  const sizes = phone ? narrow : roomy;
  const card = phone ? { ...sizes.card, width: Math.min(sizes.card.width, (size.width - 12) / 2) } : sizes.card;
  const layout = phone
    ? stacked(systems.length, size.width, card, sizes.hub, 22)
    : around(systems.length, { width: size.width, height: Math.max(size.height, 460) }, card);
  const edges = systems.map((system, index) => ({
    system,
    ...lanes(layout.nodes[index] ?? layout.hub, card, layout.hub, sizes.hub, 6),
  }));
  const pulses = usePulses(edges, tick);

  return (
    <div className="board" ref={board} style={phone ? { height: layout.height } : undefined} role="group" aria-label={t('map.label')}>
      {size.width > 0 && (
        <>
          <svg className="lanes" width={size.width} height={layout.height} aria-hidden="true">
            {edges.map(({ system, inbound, outbound }) => (
              <g key={system.system} data-health={healthOf(system)}>
                <line className="lane lane-in" x1={inbound.from.x} y1={inbound.from.y} x2={inbound.to.x} y2={inbound.to.y} />
                <line className="lane lane-out" data-state={system.outbound} x1={outbound.from.x} y1={outbound.from.y} x2={outbound.to.x} y2={outbound.to.y} />
              </g>
            ))}
            <g ref={pulses} />
          </svg>
          <div className="hub" style={place(layout.hub, sizes.hub)}>
            <Hub systems={systems} figures={figures} />
          </div>
          {systems.map((system, index) => (
            <Link
              key={system.system}
              to={`/ecif/messages?system=${system.system}`}
              className="node"
              data-health={healthOf(system)}
              data-arrived={arrived.has(system.system)}
              style={place(layout.nodes[index] ?? layout.hub, card)}
            >
              <Node system={system} />
            </Link>
          ))}
        </>
      )}
    </div>
  );
}

function Hub({ systems, figures }: { systems: readonly SystemStatus[]; figures: Figures | undefined }) {
  const { t, i18n } = useTranslation();
  const total = (pick: (system: SystemStatus) => number) => formatRate(systems.reduce((sum, system) => sum + pick(system), 0), i18n.language);
  return (
    <>
      <div className="hub-name"><Grain size={20} /> Granary</div>
      <div className="hub-figure">
        <b>{figures === undefined ? '–' : formatCount(figures.parties, i18n.language)}</b> {t('map.parties')}
      </div>
      <dl className="hub-figures">
        <div><dt>{t('map.in')}</dt><dd>{total((system) => system.receivedPerSecond)}/s</dd></div>
        <div><dt>{t('map.out')}</dt><dd>{total((system) => system.deliveredPerSecond)}/s</dd></div>
        {figures !== undefined && figures.syncMs.count > 0 && (
          <div title={t('map.sync.title')}>
            <dt>{t('map.sync')}</dt>
            <dd>{formatDuration(figures.syncMs.p50, i18n.language)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function place(centre: Point, box: Box): CSSProperties {
  return { width: box.width, height: box.height, transform: `translate(${centre.x - box.width / 2}px, ${centre.y - box.height / 2}px)` };
}

function useSize() {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Box>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size] as const;
}
