import { useDraggable } from '@dnd-kit/core';
import type { Card } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatSum } from '../../format/figures.ts';

/** A card that is dragged by mouse, finger (held a moment) or keyboard (space, arrows, space); a click opens it. */
export function BoardCard({ card, onOpen }: { card: Card; onOpen: (id: number) => void }) {
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({ id: card.id, data: { card } });
  return (
    <li ref={setNodeRef} className="opp-card" data-id={card.id} data-dragging={isDragging} {...attributes} {...listeners} onClick={() => onOpen(card.id)} onKeyUp={(event) => event.key === 'Enter' && onOpen(card.id)}>
      <CardFace card={card} />
    </li>
  );
}

export function CardFace({ card }: { card: Card }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <b className="opp-card-title">{card.title}</b>
      <span className="opp-card-who">{card.name}</span>
      <span className="opp-card-line">
        {card.amount !== null && card.amount > 0 && <b className="figures">{formatSum(card.amount, i18n.language)}</b>}
        <span className="figures quiet">{card.chance}%</span>
        {card.expected !== '' && <span className="figures quiet">{card.expected.slice(5)}</span>}
        <span className="opp-card-owner quiet">{card.ownerName === '' ? t('opportunities.owner.none') : card.ownerName}</span>
      </span>
      {card.tooLong && <span className="opp-late">{t('opportunities.tooLong', { count: card.days })}</span>}
    </>
  );
}
