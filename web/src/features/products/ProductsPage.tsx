import { Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { ListRow } from '../../api/lists.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { RiskTag } from './RiskTag.tsx';

const codeOf = (row: ListRow) => String(row.cells['code'] ?? row.id);
const nameOf = (row: ListRow) => String(row.cells['nameZh'] ?? codeOf(row));
const also = ['code', 'nameZh', 'nameEn'];

/** The catalogue; whoever writes it also sees what is in writing. Which of the two is in the address. */
export function ProductsPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('nav.products'));
  const may = useMay()('products.edit');
  const [address] = useSearchParams();
  const writing = may && address.get('of') === 'drafts';
  const list = writing ? 'product-drafts' : 'products';
  const renderers: CellRenderers = {
    nameZh: (value, row) => <b className="row-name">{i18n.language === 'en' ? String(row.cells['nameEn'] ?? value) : String(value)}</b>,
    risk: (value) => <RiskTag risk={String(value)} />,
    state: (value) => <Tag color={value === 'on-sale' ? 'success' : 'default'}>{t(`option.product-drafts.state.${value as 'draft'}`)}</Tag>,
  };
  return (
    <List
      key={list}
      name={list}
      title={t(writing ? 'products.drafts' : 'nav.products')}
      renderers={renderers}
      named="nameZh"
      nameOf={nameOf}
      also={also}
      to={(row) => `/products/${encodeURIComponent(codeOf(row))}`}
      searchHint={t('products.search')}
      empty={{ title: t('products.none'), help: t('products.none.help') }}
      tools={may && (
        <span className="record-actions">
          <Link to={writing ? '/products' : '/products?of=drafts'}>{t(writing ? 'products.catalogue' : 'products.drafts')}</Link>
          <LinkButton type="primary" to="/products/new">{t('products.add')}</LinkButton>
        </span>
      )}
    />
  );
}
