import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { countQuery, type Filter } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { writeFilter } from '../../components/list/filterText.ts';
import { Problem } from '../../components/Problem.tsx';
import { formatCount } from '../../format/figures.ts';

/** Who has a product and who could have it, of the customers whom one sees; each figure opens them. */
export function Holders({ code }: { code: string }) {
  const { t, i18n } = useTranslation();
  const groups: { name: string; help: string; filter: Filter }[] = [
    { name: t('products.holders.have'), help: t('products.holders.have.help'), filter: { column: 'product', op: 'eq', value: code } },
    { name: t('products.holders.could'), help: t('products.holders.could.help'), filter: { and: [{ column: 'eligible', op: 'eq', value: code }, { column: 'product', op: 'ne', value: code }] } },
  ];
  const counts = useQueries({ queries: groups.map((group) => countQuery('customers', group.filter, false)) });
  return (
    <div className="product-holders">
      {groups.map((group, index) => {
        const { data, error } = counts[index] ?? { data: undefined, error: null };
        if (error !== null) return <Problem key={group.name} error={error} />;
        return (
          <Link key={group.name} to={`/customers?f=${encodeURIComponent(writeFilter(group.filter))}`}>
            <span>{group.name}</span>
            <b className="figures">{data === undefined ? '…' : `${formatCount(data.count, i18n.language)}${data.capped ? '+' : ''}`}</b>
            <span className="quiet">{group.help}</span>
          </Link>
        );
      })}
    </div>
  );
}
