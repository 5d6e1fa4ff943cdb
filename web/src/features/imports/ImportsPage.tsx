import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { StateTag } from './StateTag.tsx';

const also = ['file'];

const addressOf = (row: ListRow) => `/imports/${row.id}`;

const renderers: CellRenderers = {
  file: (value, row) => <Link to={addressOf(row)} className="row-name">{String(value)}</Link>,
  state: (value) => <StateTag state={String(value)} />,
};

/** Files that were brought in, one's own and those of the units that one looks after. */
export function ImportsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.imports'));
  const navigate = useNavigate();
  return (
    <>
      <List
        name="imports"
        title={t('nav.imports')}
        renderers={renderers}
        to={addressOf}
        nameOf={(row) => String(row.cells['file'] ?? row.id)}
        named="file"
        also={also}
        searchHint={t('imports.search')}
        empty={{ title: t('imports.none'), help: t('imports.none.help') }}
        tools={<Button type="primary" onClick={() => void navigate('/imports/new')}>{t('imports.new')}</Button>}
      />
      <Watermark />
    </>
  );
}
