import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useAppearance } from '../../app/Appearance.tsx';
import { useTranslation } from '../../app/translation.ts';
import { formatRate } from '../../format/figures.ts';
import { formatClock } from '../../format/time.ts';
import { useLive } from '../../live/useLive.ts';
import { throughputSeries } from './series.ts';

use([LineChart, GridComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

/** Okabe and Ito's palette: distinguishable by people who do not see all colours. */
const palette = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#D55E00', '#56B4E9', '#8C7A00'];

/** Messages received from each system over the last minutes, as this page has seen them. */
export default function Throughput() {
  const { t, i18n } = useTranslation();
  const { theme } = useAppearance();
  const samples = useLive((state) => state.samples);
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);

  useEffect(() => {
    const container = element.current;
    if (container === null) return undefined;
    const made = init(container, theme === 'dark' ? 'dark' : undefined, { renderer: 'canvas' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(container);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [theme]);

  useEffect(() => {
    chart.current?.setOption({
      backgroundColor: 'transparent',
      color: palette,
      animation: false,
      grid: { left: 8, right: 72, top: 16, bottom: 8, containLabel: true },
      // Drawn on the canvas: an HTML tooltip would bring style attributes that the content security policy refuses.
      tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: (value: unknown) => `${formatRate(Number(value), i18n.language)}/s` },
      xAxis: { type: 'time', splitLine: { show: false }, axisLabel: { hideOverlap: true, formatter: (at: number) => formatClock(at) } },
      yAxis: { type: 'value', min: 0, minInterval: 1, axisLabel: { formatter: '{value}/s' } },
      series: throughputSeries(samples).map(({ system, points }) => ({
        name: system,
        type: 'line',
        showSymbol: false,
        lineStyle: { width: 1.5 },
        endLabel: { show: true, formatter: '{a}', fontSize: 12, color: 'inherit' },
        labelLayout: { moveOverlap: 'shiftY' },
        data: points,
      })),
    });
  }, [samples, theme, i18n.language]);

  return (
    <>
      <p className="quiet">{t('systems.throughput.help')}</p>
      <div ref={element} className="chart" role="img" aria-label={t('systems.throughput')} />
    </>
  );
}
