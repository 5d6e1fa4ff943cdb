import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { post } from '../../api/client.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { Secret } from '../../components/Secret.tsx';

interface Result {
  lines: number;
  good: number;
  problems: readonly { line: number; what: string }[];
  users?: readonly { userName: string; oneTimePassword: string }[];
}

/** A CSV file: looked at first, line by line; nothing is made of it while a line is wrong. */
export function ImportUsers({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState<string | null>(null);
  const look = useMutation({ mutationFn: (csv: string) => post<Result>('/api/users/import?dryRun=true', csv) });
  const make = useMutation({ mutationFn: (csv: string) => post<Result>('/api/users/import?dryRun=false', csv), onSuccess: () => client.invalidateQueries({ queryKey: ['list', 'users'] }) });
  const looked = look.data;
  const ready = looked !== undefined && looked.problems.length === 0 && looked.good > 0;
  const made = make.data?.users;
  return (
    <Modal
      open
      width={560}
      title={t('users.import')}
      okText={make.isSuccess ? t('action.close') : t('users.import.ok', { count: looked?.good ?? 0 })}
      cancelText={t('action.cancel')}
      cancelButtonProps={{ hidden: make.isSuccess }}
      okButtonProps={{ disabled: !make.isSuccess && !ready }}
      confirmLoading={make.isPending}
      onOk={() => (make.isSuccess ? onClose() : text !== null && make.mutate(text))}
      onCancel={onClose}
    >
      <p className="dialog-text">{t('users.import.help')}</p>
      <pre className="sample">userName,name,mobile,email,role,unit,from,to</pre>
      {!make.isSuccess && (
        <label className="dialog-field">
          <span>{t('users.import.file')}</span>
          <input
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file === undefined) return;
              void file.text().then((csv) => {
                setText(csv);
                look.mutate(csv);
              });
            }}
          />
        </label>
      )}
      {looked !== undefined && !make.isSuccess && (
        <div className="effect" role="status">
          <p>{t('users.import.looked', { lines: looked.lines, good: looked.good })}</p>
          <ul>{looked.problems.slice(0, 20).map((problem) => <li key={`${problem.line} ${problem.what}`} className="effect-problem">{t('users.import.line', problem)}</li>)}</ul>
        </div>
      )}
      {made !== undefined && <Secret value={made.map((user) => `${user.userName}  ${user.oneTimePassword}`).join('\n')} help={t('users.oneTime.help')} />}
      {(look.error ?? make.error) !== null && <Problem error={look.error ?? make.error ?? new Error('unknown')} />}
    </Modal>
  );
}
