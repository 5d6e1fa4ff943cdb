import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { decideUpdates, updatesQuery, type UpdateView } from '../../api/answers.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { When } from '../../components/When.tsx';

const joined = (parts: readonly string[]) => parts.filter((each) => each !== '').join(' ');

/** What answers say of customers, beside what is known: somebody decides, and only then it is told to the customer master. */
export function UpdatesPage() {
  const { t } = useTranslation();
  useTitle(t('nav.updates'));
  const names = useNames();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(updatesQuery);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const decide = useMutation({
    mutationFn: (accept: boolean) => decideUpdates(chosen, accept),
    onSuccess: () => setChosen([]),
    onSettled: () => client.invalidateQueries({ queryKey: updatesQuery.queryKey }),
  });
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.updates')}</h1>
        <span className="record-actions">
          <Button disabled={chosen.length === 0 || decide.isPending} onClick={() => decide.mutate(false)}>{t('updates.refuse', { count: chosen.length })}</Button>
          <Button type="primary" disabled={chosen.length === 0 || decide.isPending} onClick={() => decide.mutate(true)}>{t('updates.accept', { count: chosen.length })}</Button>
        </span>
      </div>
      {decide.error !== null && <Problem error={decide.error} />}
      {error !== null ? <Problem error={error} onRetry={() => void refetch()} />
        : data === undefined ? <PageSkeleton />
        : data.rows.length === 0 ? <Nothing title={t('updates.none')} help={t('updates.none.help')} />
        : (
          <Table<UpdateView>
            size="small"
            rowKey="id"
            dataSource={data.rows}
            pagination={false}
            scroll={{ x: 900 }}
            footer={data.more ? () => t('updates.more') : undefined}
            rowSelection={{ selectedRowKeys: [...chosen], onChange: (keys) => setChosen(keys.map(Number)), getCheckboxProps: (row) => ({ 'aria-label': `${row.name} ${names.attribute(row.attribute)}` }) }}
            columns={[
              { title: t('field.customer'), key: 'customer', render: (_, row) => <>{row.name} <PartyLink number={row.number} /></> },
              { title: t('field.attribute'), dataIndex: 'attribute', width: 120, render: (attribute: string) => names.attribute(attribute) },
              { title: t('updates.now'), dataIndex: 'now', render: (now: string[][]) => (now.length === 0 ? <span className="quiet">{t('updates.nothing')}</span> : now.map(joined).join(t('list.separator'))) },
              { title: t('updates.value'), dataIndex: 'value', render: (value: string[]) => <b>{joined(value)}</b> },
              {
                title: t('updates.from'),
                key: 'from',
                render: (_, row) => (
                  <>
                    <Link to={`/answers?open=${row.response}`}>{row.questionnaire}</Link> <span className="quiet"><When at={row.at} />{row.enteredBy !== '' && ` · ${t(row.own ? 'updates.own' : 'updates.by', { name: row.enteredBy })}`}</span>
                  </>
                ),
              },
            ]}
          />
        )}
      <Watermark />
    </div>
  );
}
