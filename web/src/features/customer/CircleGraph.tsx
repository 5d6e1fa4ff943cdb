import { GraphChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Circle } from '../../api/customers.ts';
import { useTranslation } from '../../app/translation.ts';
import { Chart, palette } from '../../components/charts/Chart.tsx';
import { useNames } from '../../components/useNames.ts';

use([GraphChart, TooltipComponent, CanvasRenderer]);

const colours: Record<string, string | undefined> = { household: palette[2], group: palette[0], tie: palette[1] };

/** The customer in the middle, around them whom their systems name; a click opens the customer. */
export default function CircleGraph({ number, circle }: { number: string; circle: Circle }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const option = useMemo(
    () => ({
      series: [
        {
          type: 'graph',
          layout: 'force',
          force: { repulsion: 320, edgeLength: 120, layoutAnimation: false },
          roam: false,
          edgeSymbol: ['none', 'arrow'],
          edgeSymbolSize: 6,
          label: { show: true, position: 'bottom', fontSize: 12, formatter: '{b}' },
          edgeLabel: { show: true, fontSize: 11, formatter: '{c}' },
          data: circle.people.map((person) => ({
            id: person.number,
            name: person.name,
            symbol: person.kind === 'person' ? 'circle' : 'rect',
            symbolSize: person.number === number ? 34 : 22,
            itemStyle: { color: colours[person.in] },
          })),
          links: circle.ties.map((tie) => ({ source: tie.from, target: tie.to, value: names.attribute(`relation.${tie.relation}`) })),
        },
      ],
    }),
    // The names are those of the language.
    [circle, number, i18n.language],
  );
  const open = (other: string) => {
    if (other !== number && circle.people.some((person) => person.number === other)) void navigate(`/customers/${other}?tab=circle`);
  };
  return <Chart option={option} label={t('circle.graph')} height="high" onOpen={open} />;
}
