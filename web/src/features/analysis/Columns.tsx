import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useMemo } from 'react';
import { Chart } from '../../components/charts/Chart.tsx';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

interface Props {
  label: string;
  /** From left to right; what is not shown has no height. */
  columns: readonly { id: string; name: string; value: number; text: string }[];
  onOpen: (id: string) => void;
}

/** Bars that stand beside each other in an order that means something: numbers, days. */
export default function Columns({ label, columns, onOpen }: Props) {
  const words = JSON.stringify(columns);
  const option = useMemo(() => {
    const drawn = JSON.parse(words) as Props['columns'];
    return {
      grid: { left: 8, right: 16, top: 20, bottom: 4, containLabel: true },
      tooltip: { trigger: 'item', renderMode: 'richText', formatter: ({ dataIndex }: { dataIndex: number }) => `${drawn[dataIndex]?.name ?? ''}  ${drawn[dataIndex]?.text ?? ''}` },
      xAxis: { type: 'category', data: drawn.map(({ name }) => name), axisTick: { show: false }, axisLabel: { hideOverlap: true } },
      yAxis: { type: 'value', min: 0, minInterval: 1 },
      series: [{ type: 'bar', barMaxWidth: 36, cursor: 'pointer', data: drawn.map(({ id, value }) => ({ id, value })) }],
    };
  }, [words]);
  return <Chart option={option} label={label} onOpen={onOpen} />;
}
