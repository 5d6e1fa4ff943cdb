import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ListRow } from '../../api/lists.ts';
import { peopleNamed } from '../../api/people.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { ImportUsers } from './ImportUsers.tsx';
import { NewUser } from './NewUser.tsx';

const addressOf = (row: ListRow) => `/admin/users/${encodeURIComponent(String(row.cells['userName']))}`;

const renderers: CellRenderers = {
  name: (value) => <b className="row-name">{String(value)}</b>,
  userName: (value, row) => <Link to={addressOf(row)} className="mono">{String(value)}</Link>,
};

/** The people whom one looks after. */
export function UsersPage() {
  const { t } = useTranslation();
  useTitle(t('nav.users'));
  const mayEdit = useMay()('users.edit');
  const [open, setOpen] = useState<'new' | 'import' | null>(null);
  return (
    <>
      <List
        name="users"
        title={t('nav.users')}
        renderers={renderers}
        to={addressOf}
        nameOf={(row) => String(row.cells['name'])}
        searchHint={t('users.search')}
        search={peopleNamed}
        empty={{ title: t('users.none'), help: t('users.none.help') }}
        tools={mayEdit && (
          <span className="record-actions">
            <Button onClick={() => setOpen('import')}>{t('users.import')}</Button>
            <Button type="primary" onClick={() => setOpen('new')}>{t('users.new')}</Button>
          </span>
        )}
      />
      {open === 'new' && <NewUser onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportUsers onClose={() => setOpen(null)} />}
      <Watermark />
    </>
  );
}
