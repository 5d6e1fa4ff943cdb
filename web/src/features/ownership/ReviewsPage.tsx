import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { decideReviews, reviewsQuery, type Review } from '../../api/ownership.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { When } from '../../components/When.tsx';

/** What was written while two customers were one: a person says whose it is. */
export function ReviewsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.reviews'));
  const names = useNames();
  const client = useQueryClient();
  const reviews = useQuery(reviewsQuery);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const decide = useMutation({
    mutationFn: (over: boolean) => decideReviews(chosen, over),
    onSettled: async () => {
      setChosen([]);
      await client.invalidateQueries({ queryKey: reviewsQuery.queryKey });
    },
  });
  const customer = (number: string, name: string) => <>{name} <PartyLink number={number} /></>;
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.reviews')}</h1>
        <span className="record-actions">
          <Button disabled={chosen.length === 0 || decide.isPending} onClick={() => decide.mutate(false)}>{t('review.stays', { count: chosen.length })}</Button>
          <Button type="primary" disabled={chosen.length === 0 || decide.isPending} onClick={() => decide.mutate(true)}>{t('review.over', { count: chosen.length })}</Button>
        </span>
      </div>
      {decide.error !== null && <Problem error={decide.error} />}
      {reviews.isError ? (
        <Problem error={reviews.error} onRetry={() => void reviews.refetch()} />
      ) : reviews.data === undefined ? (
        <PageSkeleton />
      ) : reviews.data.length === 0 ? (
        <Nothing title={t('review.none')} help={t('review.none.help')} />
      ) : (
        <Table<Review>
          size="small"
          rowKey="id"
          dataSource={reviews.data}
          pagination={false}
          scroll={{ x: 860 }}
          rowSelection={{ selectedRowKeys: [...chosen], onChange: (keys) => setChosen(keys.map(Number)) }}
          columns={[
            { title: t('review.what'), dataIndex: 'what', width: 120, render: (what: string) => names.reviewed(what) },
            { title: t('review.writtenAt'), dataIndex: 'writtenAt', width: 150, render: (at: string) => <When at={at} /> },
            { title: t('review.from'), key: 'from', render: (_, row) => customer(row.from, row.fromName) },
            { title: t('review.to'), key: 'to', render: (_, row) => customer(row.to, row.toName) },
            { title: t('review.foundAt'), dataIndex: 'foundAt', width: 150, render: (at: string) => <When at={at} /> },
          ]}
        />
      )}
      <Watermark />
    </div>
  );
}
