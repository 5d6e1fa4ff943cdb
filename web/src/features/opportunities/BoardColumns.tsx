import { DndContext, DragOverlay, KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { boardQuery, moreCards, moveOpportunity, nameIn, undoMove, type Board, type BoardFilter, type Card, type Column, type Opportunity, type Stage } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { BoardColumn } from './BoardColumn.tsx';
import { CardFace } from './BoardCard.tsx';
import { columnBelow, toNextColumn } from './keyboard.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { moved } from './moved.ts';
import { useOpportunity } from './useOpportunity.ts';

interface Props {
  board: Board;
  filter: BoardFilter;
  onOpen: (id: number) => void;
}

interface Last {
  id: number;
  version: number;
  title: string;
  stage: Stage;
}

/** The columns, and cards that go from one to another: at once on the screen, and back where the server does not take them. */
export function BoardColumns({ board, filter, onOpen }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [carried, setCarried] = useState<Card | null>(null);
  const [asked, setAsked] = useState<{ id: number; stage: Stage } | null>(null);
  const [last, setLast] = useState<Last | null>(null);
  const [more, setMore] = useState<Readonly<Record<number, Column>>>({});
  const done = (stage: Stage) => (o: Opportunity) => {
    setMore({});
    setLast({ id: o.id, version: o.version, title: o.title, stage });
  };
  const move = useOpportunity(async ({ card, stage }: { card: Card; stage: Stage }) => {
    const { queryKey } = boardQuery(filter);
    await client.cancelQueries({ queryKey });
    const before = client.getQueryData(queryKey);
    client.setQueryData(queryKey, moved(board, card, stage.id));
    try {
      done(stage)(await moveOpportunity(card.id, { stage: stage.id, version: card.version }));
    } catch (error) {
      client.setQueryData(queryKey, before);
      // What the stage asks for is asked for; nothing is wrong.
      if (!(error instanceof ApiError && error.code === 'opportunity-needs')) throw error;
      setAsked({ id: card.id, stage });
    }
  });
  const undo = useOpportunity((of: Last) => undoMove(of.id, of.version), () => {
    setMore({});
    setLast(null);
  });
  const further = useMutation({
    mutationFn: ({ stage, after }: { stage: number; after: string }) => moreCards(filter, stage, after),
    onSuccess: (column) => setMore((known) => ({ ...known, [column.stage]: { ...column, cards: [...(known[column.stage]?.cards ?? []), ...column.cards] } })),
  });
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextColumn, keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space'] } }),
  );

  function onDragEnd({ active, over }: DragEndEvent): void {
    setCarried(null);
    const card = active.data.current?.['card'] as Card | undefined;
    const stage = over?.data.current?.['stage'] as Stage | undefined;
    const from = [...board.columns, ...Object.entries(more).map(([id, column]) => ({ ...column, stage: Number(id) }))].find((column) => column.cards.some((each) => each.id === card?.id))?.stage;
    if (card === undefined || stage === undefined || stage.id === from) return;
    setLast(null);
    if (stage.kind === 'lost') setAsked({ id: card.id, stage });
    else move.mutate({ card, stage });
  }

  const stageOf = (id: number | string | undefined) => board.pipeline.stages.find((each) => each.id === id);
  const named = (id: number | string | undefined) => {
    const stage = stageOf(id);
    return stage === undefined ? '' : nameIn(stage, i18n.language);
  };
  const error = move.error ?? undo.error ?? further.error;
  return (
    <>
      <div className="opp-last" role="status">
        {last !== null && (
          <>
            <span>{t('opportunities.moved', { title: last.title, stage: nameIn(last.stage, i18n.language) })}</span>
            <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(last)}>{t('opportunities.undo')}</Button>
          </>
        )}
      </div>
      {error !== null && <Problem error={error} />}
      <DndContext
        sensors={sensors}
        collisionDetection={columnBelow}
        accessibility={{
          screenReaderInstructions: { draggable: t('opportunities.drag.how') },
          announcements: {
            onDragStart: () => t('opportunities.drag.start'),
            onDragOver: ({ over }) => (over === null ? undefined : t('opportunities.drag.over', { stage: named(over.id) })),
            onDragEnd: ({ over }) => (over === null ? t('opportunities.drag.cancel') : t('opportunities.drag.end', { stage: named(over.id) })),
            onDragCancel: () => t('opportunities.drag.cancel'),
          },
        }}
        onDragStart={({ active }) => setCarried((active.data.current?.['card'] as Card | undefined) ?? null)}
        onDragCancel={() => setCarried(null)}
        onDragEnd={onDragEnd}
      >
        <div className="opp-board" role="group" tabIndex={0} aria-label={t('opportunities.view.board')}>
          {board.columns.map((column) => {
            const stage = stageOf(column.stage);
            if (stage === undefined) return null;
            const next = more[column.stage] === undefined ? column.next : more[column.stage]?.next ?? null;
            return (
              <BoardColumn
                key={column.stage}
                stage={stage}
                column={column}
                more={more[column.stage]?.cards ?? []}
                loading={further.isPending && further.variables.stage === column.stage}
                onMore={next === null ? null : () => further.mutate({ stage: column.stage, after: next })}
                onOpen={onOpen}
              />
            );
          })}
        </div>
        <DragOverlay dropAnimation={null}>{carried !== null && <div className="opp-card opp-carried"><CardFace card={carried} /></div>}</DragOverlay>
      </DndContext>
      {asked !== null && <MoveDialog id={asked.id} pipeline={board.pipeline} stage={asked.stage} onMoved={done(asked.stage)} onClose={() => setAsked(null)} />}
    </>
  );
}
