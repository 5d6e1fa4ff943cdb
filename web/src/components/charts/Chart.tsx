import { init, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useAppearance } from '../../app/Appearance.tsx';
import './chart.css';

/** Okabe and Ito's palette: distinguishable by people who do not see all colours. */
export const palette = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#D55E00', '#56B4E9', '#8C7A00'];

interface Props {
  /** Without colours and background: they are the same for all. Stays the same object as long as nothing changes. */
  option: EChartsCoreOption;
  /** What it shows, in words. */
  label: string;
  height?: 'low' | 'high';
  /** The id, or else the name, of what was clicked: every picture opens what is behind it. */
  onOpen?: (id: string) => void;
}

/** A chart of ECharts, whose parts the caller has registered; to be loaded lazily, since it is larger than a page. */
export function Chart({ option, label, height = 'low', onOpen }: Props) {
  const { theme } = useAppearance();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const open = useRef(onOpen);
  open.current = onOpen;

  useEffect(() => {
    const container = element.current;
    if (container === null) return undefined;
    const made = init(container, theme === 'dark' ? 'dark' : undefined, { renderer: 'canvas' });
    made.on('click', ({ data, name }) => open.current?.(typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : name));
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
    chart.current?.setOption({ backgroundColor: 'transparent', color: palette, animation: false, ...option }, { notMerge: true });
  }, [option, theme]);

  return <div ref={element} className="chart" data-height={height} role="img" aria-label={label} />;
}
