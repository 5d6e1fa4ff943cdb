import { lazy, Suspense } from 'react';
import type { PartView, QuestionView } from '../../api/analysis.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount, formatShare } from '../../format/figures.ts';
import { titleOf } from './words.ts';

const Bars = lazy(() => import('../dashboards/Bars.tsx'));
const Columns = lazy(() => import('./Columns.tsx'));

interface Props {
  question: QuestionView;
  onPick: (on: string, value: string) => void;
}

/** Pixels of a bar with the space around it, and of a legend. */
const barHeight = 30;
const legendHeight = 40;

/** A question's answers as a picture of the kind that suits them; a bar filters by what it stands for. */
export function Picture({ question, onPick }: Props) {
  const { t, i18n } = useTranslation();
  const [first] = question.parts;
  if (first === undefined) return null;
  const count = (value: number | null) => (value === null ? t('ana.hidden') : formatCount(value, i18n.language));
  const share = (value: number | null, of: number | null) => (value === null || of === null || of === 0 ? '' : ` · ${formatShare(value / of, i18n.language)}`);
  const name = (part: PartView) => (part.title === '' ? question.title : part.title);
  if (question.shape === 'number' || question.shape === 'day') {
    return (
      <Frame height={220}>
        <Columns label={question.title} columns={first.cells.map((cell) => ({ id: cell.value, name: titleOf(cell, t), value: cell.count ?? 0, text: count(cell.count) }))} onOpen={(value) => onPick(first.key, value)} />
      </Frame>
    );
  }
  if (question.shape === 'matrix') {
    const columns = first.cells;
    return (
      <Frame height={question.parts.length * barHeight + legendHeight}>
        <Bars
          label={question.title}
          series={columns.map((cell) => titleOf(cell, t))}
          bars={question.parts.map((part) => ({ id: part.key, name: name(part), values: columns.map(({ value }) => part.cells.find((cell) => cell.value === value)?.count ?? 0), text: count(part.answered) }))}
          onOpen={(key) => { const part = question.parts.find((each) => each.key === key); const most = part?.cells.reduce((a, b) => ((b.count ?? 0) > (a.count ?? 0) ? b : a)); if (most !== undefined) onPick(key, most.value); }}
        />
      </Frame>
    );
  }
  if (question.shape === 'ranking') {
    const parts = [...question.parts].sort((a, b) => (a.mean ?? Infinity) - (b.mean ?? Infinity));
    return (
      <Frame height={parts.length * barHeight + 16}>
        <Bars
          label={question.title}
          series={[t('ana.meanRank')]}
          bars={parts.map((part) => ({ id: part.key, name: name(part), values: [part.mean ?? 0], text: part.mean === null ? t('ana.hidden') : part.mean.toFixed(2) }))}
          onOpen={(key) => onPick(key, '1')}
        />
      </Frame>
    );
  }
  const bars = first.cells.map((cell) => ({ id: cell.value, name: titleOf(cell, t), values: [cell.count ?? 0], text: `${count(cell.count)}${share(cell.count, first.answered)}` }));
  return (
    <Frame height={bars.length * barHeight + 16}>
      <Bars label={question.title} series={[question.title]} bars={bars} onOpen={(value) => onPick(first.key, value)} />
    </Frame>
  );
}

function Frame({ height, children }: { height: number; children: React.ReactNode }) {
  return <div className="ana-picture" style={{ '--ana-height': `${height}px` } as React.CSSProperties}><Suspense fallback={<div className="chart" />}>{children}</Suspense></div>;
}
