import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { actOnImport, importQuery, isBusy, removeImport, type Import } from '../../api/imports.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { When } from '../../components/When.tsx';
import { formatCount } from '../../format/figures.ts';
import { Columns } from './Columns.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import { Outcome } from './Outcome.tsx';
import { Progressing } from './Progressing.tsx';
import { StateTag } from './StateTag.tsx';
import './imports.css';

const stepOf: Readonly<Record<string, number>> = { draft: 1, checking: 2, checked: 2, running: 3, stopped: 3, done: 4, undoing: 4, undone: 4 };

/** One import, from its columns to what came of it. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(importQuery(id));
  useTitle(data?.file ?? t('nav.imports'));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} page />;
  return data === undefined ? <PageSkeleton rows={6} /> : <Opened of={data} />;
}

function Opened({ of }: { of: Import }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [columns, setColumns] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const became = (next: Import) => client.setQueryData(importQuery(of.id).queryKey, next);
  const act = useMutation({ mutationFn: (what: 'run' | 'stop' | 'undo') => actOnImport(of.id, what), onSuccess: became, onSettled: () => setUndoing(false) });
  const remove = useMutation({ mutationFn: () => removeImport(of.id), onSuccess: () => navigate('/imports', { replace: true }) });
  const count = (lines: number) => formatCount(lines, i18n.language);

  useEffect(() => {
    if (!isBusy(of.state)) void client.invalidateQueries({ queryKey: ['list'] });
  }, [client, of.state]);

  const mapping = of.mine && (of.state === 'draft' || (of.state === 'checked' && columns));
  return (
    <div className="list-page import-page" data-state={of.state}>
      <div className="page-head">
        <h1>{of.file === '' ? t('nav.imports') : of.file}</h1>
        <StateTag state={of.state} />
        <span className="record-actions">
          {of.mine && (of.state === 'draft' || of.state === 'checked') && <Button loading={remove.isPending} onClick={() => remove.mutate()}>{t('imports.remove')}</Button>}
          {of.kept && of.done + of.stayed > 0 && !isBusy(of.state) && <Button danger onClick={() => setUndoing(true)}>{t('imports.undo')}</Button>}
        </span>
      </div>
      <p className="quiet import-about">
        {t(`option.imports.kind.${of.kind as 'customers'}`)} · {of.unitName} · {of.by} · <When at={of.createdAt} /> · <Link to="/imports">{t('nav.imports')}</Link>
      </p>
      <ImportSteps at={mapping ? 1 : (stepOf[of.state] ?? 4)} />
      {of.again !== null && <p className="import-again" role="status">{t('imports.again')} <Link to={`/imports/${of.again}`}>{t('imports.again.show')}</Link></p>}
      {of.problem !== null && <p className="import-again" role="status">{t('imports.stopped.rights')}</p>}
      {(act.error ?? remove.error) !== null && <Problem error={act.error ?? remove.error ?? new Error('unknown')} />}
      {mapping ? <Columns of={of} onChecked={(next) => {
        became(next);
        setColumns(false);
      }} />
        : isBusy(of.state) ? <Progressing of={of} onStop={of.mine && of.state === 'running' ? () => act.mutate('stop') : null} />
        : (
          <>
            <Outcome of={of} />
            {of.mine && (of.state === 'checked' || of.state === 'stopped') && (
              <div className="import-acts">
                <Button type="primary" disabled={of.good === 0} loading={act.isPending} onClick={() => act.mutate('run')}>{t('imports.run', { count: of.good, lines: count(of.good) })}</Button>
                {of.state === 'checked' && <Button onClick={() => setColumns(true)}>{t('imports.columns.change')}</Button>}
              </div>
            )}
          </>
        )}
      <Modal
        open={undoing}
        title={t('imports.undo')}
        okText={t('imports.undo.ok', { count: of.done + of.stayed, lines: count(of.done + of.stayed) })}
        cancelText={t('action.cancel')}
        okButtonProps={{ danger: true }}
        confirmLoading={act.isPending}
        onOk={() => act.mutate('undo')}
        onCancel={() => setUndoing(false)}
      >
        <p className="dialog-text">{t(`imports.undo.help.${of.kind as 'customers'}`)}</p>
      </Modal>
      <Watermark />
    </div>
  );
}
