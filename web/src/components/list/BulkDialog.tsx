import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { pathOf, post } from '../../api/client.ts';
import type { Effect, ListAction } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount } from '../../format/figures.ts';
import { Problem } from '../Problem.tsx';
import { useNames } from '../useNames.ts';
import { argumentsOf, optional } from './actionArguments.ts';
import type { ListModel } from './useList.ts';
import type { ListWords } from './useListWords.ts';
import { ValueInput } from './ValueInput.tsx';

interface Props {
  list: ListModel;
  words: ListWords;
  action: ListAction;
  chosen: number;
  onClose: () => void;
}

/** An action on many rows: what it needs, what it would do in numbers, and a button that names both. */
export function BulkDialog({ list, words, action, chosen, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const { description } = list;
  const wanted = argumentsOf(action, description);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const complete = wanted.every((column) => optional.has(column.name) || (values[column.name] ?? '') !== '');
  const run = (preview: boolean) =>
    post<Effect>(pathOf('lists', description.name, 'actions', action.name), {
      ...(list.all ? (list.filter === undefined ? {} : { filter: list.filter }) : { ids: [...list.selected] }),
      preview,
      arguments: values,
    });
  const preview = useMutation({ mutationFn: () => run(true) });
  const act = useMutation({
    mutationFn: () => run(false),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['list', description.name] });
      list.clear();
      onClose();
    },
  });
  const effect = preview.data;
  const ready = effect !== undefined && effect.problems.length === 0 && effect.affected > 0;
  const figure = formatCount(effect?.affected ?? chosen, i18n.language);

  return (
    <Modal
      open
      width={440}
      title={t('list.actOn', { action: names.listAction(action.name), figure: formatCount(chosen, i18n.language) })}
      okText={ready ? t('list.actNow', { action: names.listAction(action.name), figure }) : t('list.preview')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !complete || (effect !== undefined && !ready) }}
      confirmLoading={preview.isPending || act.isPending}
      onOk={() => (ready ? act.mutate() : preview.mutate())}
      onCancel={onClose}
    >
      {wanted.map((column) => (
        <div key={column.name} className="dialog-field">
          <span>{words.column(column.name)}</span>
          <ValueInput
            column={column}
            words={words}
            value={values[column.name] ?? ''}
            onChange={(value) => {
              setValues({ ...values, [column.name]: value });
              preview.reset();
            }}
          />
        </div>
      ))}
      {effect !== undefined && (
        <div className="effect" role="status">
          <p>{t('list.effect', { count: effect.affected, figure })}</p>
          {effect.affected < chosen && <p className="quiet">{t('list.effect.rest', { figure: formatCount(chosen - effect.affected, i18n.language) })}</p>}
          {effect.problems.map((problem) => <p key={problem} className="effect-problem">{names.listProblem(problem)}</p>)}
        </div>
      )}
      {(preview.error ?? act.error) !== null && <Problem error={preview.error ?? act.error ?? new Error('unknown')} />}
    </Modal>
  );
}
