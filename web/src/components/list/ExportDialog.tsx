import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { pathOf, post } from '../../api/client.ts';
import { countQuery } from '../../api/lists.ts';
import { useFollowJob } from '../../api/jobs.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount } from '../../format/figures.ts';
import { Problem } from '../Problem.tsx';
import type { ListModel } from './useList.ts';

interface Started {
  job?: string | null;
  proposal?: string | number | null;
}

/** A file of what the list shows: its rows by its filter, its columns in their order. It is made in the background. */
export function ExportDialog({ list, onClose }: { list: ListModel; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const follow = useFollowJob();
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [reason, setReason] = useState('');
  const count = useQuery(countQuery(list.description.name, list.filter, false));
  const start = useMutation({
    mutationFn: () =>
      post<Started>(pathOf('lists', list.description.name, 'export'), {
        ...(list.filter === undefined ? {} : { filter: list.filter }),
        ...(list.state.sort === undefined ? {} : { sort: list.state.sort }),
        columns: list.columns.map((column) => column.name),
        format,
        reason: reason.trim(),
      }),
    onSuccess: ({ job }) => {
      if (job === null || job === undefined) return;
      follow(job);
      onClose();
    },
  });
  const waits = start.data?.proposal !== undefined && start.data.proposal !== null;
  const figure = count.data === undefined ? '' : `${formatCount(count.data.count, i18n.language)}${count.data.capped ? '+' : ''}`;

  return (
    <Modal
      open
      width={440}
      title={t('export.title')}
      okText={waits ? t('action.close') : t('export.start', { figure })}
      cancelText={t('action.cancel')}
      cancelButtonProps={{ hidden: waits }}
      okButtonProps={{ disabled: !waits && reason.trim() === '' }}
      confirmLoading={start.isPending}
      onOk={() => (waits ? onClose() : start.mutate())}
      onCancel={onClose}
    >
      {waits ? (
        <Alert type="info" showIcon title={t('export.waits')} description={t('export.waits.help')} />
      ) : (
        <>
          <p className="dialog-text">{t('export.help', { count: list.columns.length })}</p>
          <div className="dialog-field">
            <span id="export-format">{t('export.format')}</span>
            <Radio.Group aria-labelledby="export-format" value={format} onChange={(event) => setFormat(event.target.value as 'xlsx' | 'csv')} options={[{ value: 'xlsx', label: 'Excel (XLSX)' }, { value: 'csv', label: 'CSV' }]} />
          </div>
          <label className="dialog-field">
            <span>{t('export.reason')}</span>
            <Input.TextArea autoFocus rows={2} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} placeholder={t('export.reason.hint')} />
          </label>
        </>
      )}
      {start.error !== null && <Problem error={start.error} />}
    </Modal>
  );
}
