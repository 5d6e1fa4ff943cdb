import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useMemo, useRef } from 'react';
import { Chart } from '../../components/charts/Chart.tsx';

use([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export interface Point {
  /** A day, YYYY-MM-DD. */
  id: string;
  /** Null: nothing is known, and the line has a gap. */
  value: number | null;
  text: string;
}

interface Props {
  label: string;
  points: readonly Point[];
  axis: (value: number) => string;
  /** The least that two marks of the axis differ by. */
  step: number;
  onOpen: (id: string) => void;
}

/** One line over ends of months; a point opens what it counts. */
export default function Line({ label, points, axis, step, onOpen }: Props) {
  const words = JSON.stringify({ label, points });
  const said = useRef(axis);
  said.current = axis;
  const option = useMemo(() => {
    const drawn = JSON.parse(words) as Pick<Props, 'label' | 'points'>;
    return {
      grid: { left: 8, right: 24, top: 16, bottom: 4, containLabel: true },
      tooltip: { trigger: 'item', renderMode: 'richText', formatter: ({ dataIndex }: { dataIndex: number }) => `${drawn.points[dataIndex]?.id ?? ''}  ${drawn.points[dataIndex]?.text ?? ''}` },
      xAxis: { type: 'category', boundaryGap: false, data: drawn.points.map(({ id }) => id.slice(0, 7)), axisLabel: { hideOverlap: true } },
      yAxis: { type: 'value', min: 0, minInterval: step, axisLabel: { formatter: (value: number) => said.current(value) } },
      series: [{ name: drawn.label, type: 'line', symbol: 'circle', symbolSize: 8, lineStyle: { width: 1.5 }, cursor: 'pointer', data: drawn.points.map(({ id, value }) => ({ id, value: value ?? '-' })) }],
    };
  }, [words, step]);
  return <Chart option={option} label={label} onOpen={onOpen} />;
}
