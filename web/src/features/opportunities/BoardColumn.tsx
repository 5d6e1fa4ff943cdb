import { useDroppable } from '@dnd-kit/core';
import { Button } from 'antd';
import type { Card, Column, Stage } from '../../api/opportunities.ts';
import { nameIn } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount, formatSum } from '../../format/figures.ts';
import { BoardCard } from './BoardCard.tsx';

interface Props {
  stage: Stage;
  column: Column;
  more: readonly Card[];
  loading: boolean;
  /** Null where all are here. */
  onMore: (() => void) | null;
  onOpen: (id: number) => void;
}

/** A stage with what lies in it: the sums are of all, the cards come some at a time. */
export function BoardColumn({ stage, column, more, loading, onMore, onOpen }: Props) {
  const { t, i18n } = useTranslation();
  const closed = stage.state !== 'open';
  const { setNodeRef, isOver } = useDroppable({ id: stage.id, disabled: closed, data: { stage } });
  const name = nameIn(stage, i18n.language);
  return (
    <section ref={setNodeRef} className="opp-column" data-stage={stage.code} data-kind={stage.kind} data-over={isOver} aria-label={name}>
      <header>
        <h2>{name}{closed && <span className="quiet"> {t('opportunities.stage.closed')}</span>}</h2>
        <span className="figures opp-count">{formatCount(column.count, i18n.language)}</span>
        <span className="figures quiet opp-sums" title={t('opportunities.weighted')}>
          {column.amount === null ? '' : stage.kind === 'open' ? t('opportunities.sums', { amount: formatSum(column.amount, i18n.language), weighted: formatSum(column.weighted ?? 0, i18n.language) }) : formatSum(column.amount, i18n.language)}
        </span>
      </header>
      <ul>
        {[...column.cards, ...more].map((card) => <BoardCard key={card.id} card={card} onOpen={onOpen} />)}
        {onMore !== null && <li className="opp-more"><Button size="small" loading={loading} onClick={onMore}>{t('opportunities.more')}</Button></li>}
      </ul>
    </section>
  );
}
