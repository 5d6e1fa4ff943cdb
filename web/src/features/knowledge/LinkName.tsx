import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ArticleLink } from '../../api/knowledge.ts';
import { productsOnSaleQuery } from '../../api/products.ts';
import { tagsQuery } from '../../api/segments.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';

/** What an article is linked to, by its name. */
export function LinkName({ link: { kind, key } }: { link: ArticleLink }) {
  const { t } = useTranslation();
  const names = useNames();
  const products = useQuery({ ...productsOnSaleQuery, enabled: kind === 'product' });
  const tags = useQuery({ ...tagsQuery, enabled: kind === 'tag' });
  const product = products.data?.find((each) => each.code === key);
  if (kind === 'product') return <Link to={`/products/${encodeURIComponent(key)}`}>{product === undefined ? key : names.both(product.name)}</Link>;
  const name = kind === 'holds' ? names.holding(key) : kind === 'tag' ? (tags.data?.find((tag) => tag.id === key)?.name ?? key) : key;
  return <span>{t(`articleLink.${kind as 'tag'}`)} {name}</span>;
}
