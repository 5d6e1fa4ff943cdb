import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { useMemo } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { Chart } from '../../components/charts/Chart.tsx';
import { formatRate } from '../../format/figures.ts';
import { formatClock } from '../../format/time.ts';
import { useLive } from '../../live/useLive.ts';
import { throughputSeries } from './series.ts';

use([LineChart, GridComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

/** Messages received from each system over the last minutes, as this page has seen them. */
export default function Throughput() {
  const { t, i18n } = useTranslation();
  const samples = useLive((state) => state.samples);
  const option = useMemo(
    () => ({
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
    }),
    [samples, i18n.language],
  );

  return (
    <>
      <p className="quiet">{t('systems.throughput.help')}</p>
      <Chart option={option} label={t('systems.throughput')} />
    </>
  );
}
