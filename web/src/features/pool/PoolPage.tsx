import { useQuery } from '@tanstack/react-query';
import { poolQuery, type PoolAllowance } from '../../api/pool.ts';
import { useTranslation } from '../../app/translation.ts';
import { Kind } from '../../components/labels.tsx';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { formatCount } from '../../format/figures.ts';
import { PoolPanel } from './PoolPanel.tsx';

const renderers: CellRenderers = {
  name: (value) => <b className="row-name">{String(value)}</b>,
  kind: (value) => <Kind kind={String(value)} />,
};

/** Customers who are nobody's, whom one may take. */
export function PoolPage() {
  const { t } = useTranslation();
  useTitle(t('nav.pool'));
  const allowances = useQuery(poolQuery).data ?? [];
  return (
    <>
      <List
        name="pool"
        title={t('nav.pool')}
        renderers={renderers}
        nameOf={(row) => String(row.cells['name'] ?? row.id)}
        quickView={(row) => <PoolPanel key={row.id} row={row} />}
        also={['tier', 'unit', 'lastContact']}
        searchHint={t('pool.search')}
        empty={{ title: t('pool.none'), help: t('pool.none.help') }}
        tools={allowances.map((each) => <Allowance key={each.entity} allowance={each} named={allowances.length > 1} />)}
      />
      <Watermark />
    </>
  );
}

/** What is left of the day's claims and of the room for customers. */
function Allowance({ allowance: { entityName, rule, claims, customers }, named }: { allowance: PoolAllowance; named: boolean }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => formatCount(value, i18n.language);
  return (
    <span className="quiet figures">
      {named && `${entityName} · `}
      {rule.open
        ? t('pool.allowance', { claims: count(claims), perDay: count(rule.claimsPerDay), customers: count(customers), most: count(rule.mostCustomers) })
        : t('pool.shut')}
    </span>
  );
}
