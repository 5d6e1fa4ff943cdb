import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useMemo } from 'react';
import { Chart } from '../../components/charts/Chart.tsx';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface Bar {
  id: string;
  name: string;
  values: readonly number[];
  /** What stands at the end of the bar. */
  text: string;
}

interface Props {
  label: string;
  /** One for each of a bar's values, which are stacked. */
  series: readonly string[];
  bars: readonly Bar[];
  onOpen: (id: string) => void;
}

/** Pixels of a figure's character: what stands behind the longest bar is not cut. */
const textWidth = 7;

/** Bars that lie, the first at the top, each with its name and its figure. */
export default function Bars({ label, series, bars, onOpen }: Props) {
  const words = JSON.stringify({ series, bars });
  const option = useMemo(() => {
    const drawn = JSON.parse(words) as Pick<Props, 'series' | 'bars'>;
    const several = drawn.series.length > 1;
    return {
      grid: { left: 8, right: 16 + textWidth * Math.max(...drawn.bars.map(({ text }) => text.length)), top: several ? 28 : 4, bottom: 4, containLabel: true },
      ...(several ? { legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8 } } : {}),
      tooltip: { trigger: 'item', renderMode: 'richText' },
      xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: { type: 'category', inverse: true, data: drawn.bars.map(({ name }) => name), axisTick: { show: false }, axisLabel: { width: 120, overflow: 'truncate' } },
      series: drawn.series.map((name, index) => ({
        name,
        type: 'bar',
        stack: 'one',
        barMaxWidth: 16,
        cursor: 'pointer',
        data: drawn.bars.map(({ id, values, text }) => ({
          id, value: values[index] ?? 0, label: { show: index === drawn.series.length - 1, position: 'right', formatter: text },
        })),
      })),
    };
  }, [words]);
  return <Chart option={option} label={label} height={bars.length > 9 ? 'high' : 'low'} onOpen={onOpen} />;
}
