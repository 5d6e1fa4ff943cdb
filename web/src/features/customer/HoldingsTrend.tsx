import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { useMemo } from 'react';
import type { Holding } from '../../api/customers.ts';
import { useTranslation } from '../../app/translation.ts';
import { Chart } from '../../components/charts/Chart.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatMoney, formatSum } from '../../format/figures.ts';
import { monthsOf } from './totals.ts';

use([LineChart, GridComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

/** Deposits, loans and wealth over the last twelve ends of months. */
export default function HoldingsTrend({ holdings }: { holdings: readonly Holding[] }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const series = useMemo(() => monthsOf(holdings), [holdings]);
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 72, top: 16, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: (value: unknown) => formatMoney(Number(value), i18n.language) },
      xAxis: { type: 'time', splitLine: { show: false }, axisLabel: { hideOverlap: true, formatter: '{yyyy}-{MM}' } },
      yAxis: { type: 'value', min: 0, axisLabel: { formatter: (value: number) => formatSum(value, i18n.language) } },
      series: series.map(({ kind, points }) => ({
        name: names.holding(kind),
        type: 'line',
        symbolSize: 5,
        lineStyle: { width: 1.5 },
        endLabel: { show: true, formatter: '{a}', fontSize: 12, color: 'inherit' },
        labelLayout: { moveOverlap: 'shiftY' },
        data: points,
      })),
    }),
    [series, names, i18n.language],
  );
  return series.length === 0 ? null : <Chart option={option} label={t('holdings.trend')} />;
}
