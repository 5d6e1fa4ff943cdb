import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { circleQuery, type Circle, type CircleSum } from '../../api/customers.ts';
import { useTranslation } from '../../app/translation.ts';
import { Kind } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatMoney } from '../../format/figures.ts';
import './holdings.css';

const CircleGraph = lazy(() => import('./CircleGraph.tsx'));

type Person = Circle['people'][number];

/** Household, group and guarantors: who they are to each other, and what they have together. */
export function CircleTab({ number }: { number: string }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const circle = useQuery(circleQuery(number));
  if (circle.isError) return <Problem error={circle.error} onRetry={() => void circle.refetch()} />;
  if (circle.data === undefined) return <PageSkeleton rows={6} />;
  if (circle.data.people.length < 2) {
    return <Nothing title={t('relatives.none')} help={circle.data.beyond > 0 ? t('circle.beyond', { count: circle.data.beyond }) : t('relatives.none.help')} />;
  }
  const money = (cents: number) => formatMoney(cents, i18n.language);
  return (
    <>
      <Sum title={t('circle.household')} sum={circle.data.household ?? null} />
      <Sum title={t('circle.group')} sum={circle.data.group ?? null} />
      {circle.data.beyond > 0 && <p className="quiet">{t('circle.beyond', { count: circle.data.beyond })}</p>}
      <Suspense fallback={<div className="chart" data-height="high" />}>
        <CircleGraph number={number} circle={circle.data} />
      </Suspense>
      <Table<Person>
        className="circle-people"
        size="small"
        rowKey="number"
        dataSource={circle.data.people}
        pagination={false}
        scroll={{ x: 720 }}
        columns={[
          { title: t('field.name'), dataIndex: 'name', render: (name: string, row) => <Link to={`/customers/${row.number}`}>{name}</Link> },
          { title: t('field.kind'), dataIndex: 'kind', width: 80, render: (kind: string) => <Kind kind={kind === 'person' ? 'person' : 'organisation'} /> },
          { title: t('field.relation'), key: 'relation', width: 220, render: (_, row) => names.list(relationsOf(circle.data, number, row.number).map(names.relation)) },
          { title: names.holding('deposit'), dataIndex: 'deposits', width: 130, align: 'right', className: 'figures', render: money },
          { title: names.holding('loan'), dataIndex: 'loans', width: 130, align: 'right', className: 'figures', render: money },
          { title: names.holding('wealth'), dataIndex: 'wealth', width: 130, align: 'right', className: 'figures', render: money },
        ]}
      />
    </>
  );
}

/** What somebody is to the customer, whichever of the two named the other. */
function relationsOf(circle: Circle, number: string, other: string): string[] {
  const said = circle.ties.filter((tie) => tie.from === number && tie.to === other).map((tie) => tie.relation);
  const saidOfUs = circle.ties.filter((tie) => tie.from === other && tie.to === number).map((tie) => `of.${tie.relation}`);
  return [...said, ...saidOfUs];
}

function Sum({ title, sum }: { title: string; sum: CircleSum | null }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  if (sum === null) return null;
  const figures = [
    [names.holding('deposit'), sum.deposits],
    [names.holding('loan'), sum.loans],
    [names.holding('wealth'), sum.wealth],
    [t('circle.guaranteed'), sum.guaranteed],
  ] as const;
  return (
    <dl className="holding-totals" aria-label={title}>
      <div>
        <dt>{title}</dt>
        <dd className="figures">{t('circle.customers', { count: sum.customers })}</dd>
      </div>
      {figures.map(([name, cents]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures">{formatMoney(cents, i18n.language)}</dd>
        </div>
      ))}
    </dl>
  );
}
