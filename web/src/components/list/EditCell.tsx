import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ApiError, patch, pathOf } from '../../api/client.ts';
import type { ListColumn, ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { EditIcon } from '../icons.tsx';
import { useProblemText } from '../Problem.tsx';
import type { ListModel } from './useList.ts';
import type { ListWords } from './useListWords.ts';
import { ValueInput } from './ValueInput.tsx';

interface Props {
  list: ListModel;
  row: ListRow;
  column: ListColumn;
  words: ListWords;
  editing: boolean;
  onEdit: (on: boolean) => void;
  children: ReactNode;
}

/** A cell that can be changed in place. Who meanwhile saved something else is not overwritten without being asked. */
export function EditCell({ list, row, column, words, editing, onEdit, children }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [value, setValue] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: ({ text, version }: { text: string; version: unknown }) =>
      patch<{ version: number }>(pathOf('lists', list.description.name, 'rows', row.id), { version, cells: { [column.name]: text } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['list', list.description.name, 'rows'] });
      onEdit(false);
    },
    // What the row is now is shown beside the question what to do about it.
    onError: () => client.invalidateQueries({ queryKey: ['list', list.description.name, 'rows'] }),
  });
  const conflict = save.error instanceof ApiError && save.error.code === 'changed-meanwhile' ? save.error : null;
  const current = conflict?.facts['current'] as { version?: unknown } | undefined;

  if (!editing) {
    return (
      <span className="list-editable">
        <span className="list-cell-text">{children}</span>
        <button
          type="button"
          className="list-edit-button"
          tabIndex={-1}
          aria-label={t('list.edit', { column: words.column(column.name) })}
          title={t('list.edit', { column: words.column(column.name) })}
          onClick={() => {
            setValue(null);
            save.reset();
            onEdit(true);
          }}
        >
          <EditIcon />
        </button>
      </span>
    );
  }

  const stored = row.cells[column.name];
  const text = value ?? (stored === null || stored === undefined ? '' : String(stored));
  return (
    <span className="list-edit" onKeyDown={(event) => event.key === 'Escape' && onEdit(false)}>
      <ValueInput
        column={column}
        words={words}
        value={text}
        autoFocus
        onChange={setValue}
        onEnter={() => save.mutate({ text, version: row.version })}
      />
      <span className="list-edit-foot">
        {conflict === null ? (
          <>
            <button type="button" className="plain-button" disabled={save.isPending} onClick={() => save.mutate({ text, version: row.version })}>{t('action.save')}</button>
            <button type="button" className="plain-button" onClick={() => onEdit(false)}>{t('action.cancel')}</button>
            {save.error !== null && <span className="list-edit-fault" role="alert">{problemText(save.error).what}</span>}
          </>
        ) : (
          <span className="list-conflict" role="alert">
            {t('list.conflict', { value: stored === null || stored === undefined || stored === '' ? '–' : words.option(column, String(stored)) })}
            <button type="button" className="link-button" onClick={() => save.mutate({ text, version: current?.version ?? row.version })}>{t('list.conflict.mine')}</button>
            <button type="button" className="link-button" onClick={() => onEdit(false)}>{t('list.conflict.theirs')}</button>
          </span>
        )}
      </span>
    </span>
  );
}
