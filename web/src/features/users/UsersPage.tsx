import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { usersQuery, type User } from '../../api/people.ts';
import { useMay } from '../../api/session.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import { ImportUsers } from './ImportUsers.tsx';
import { NewUser } from './NewUser.tsx';
import './users.css';

/** A pause in typing that is worth a question to the server. */
const pauseMs = 300;

export function UsersPage() {
  const { t } = useTranslation();
  useTitle(t('nav.users'));
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const users = useInfiniteQuery(usersQuery(q, search.get('unit') ?? undefined));
  const mayEdit = useMay()('users.edit');
  const [open, setOpen] = useState<'new' | 'import' | null>(null);
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  const rows = users.data?.pages.flatMap((page) => page.rows) ?? [];

  function find(text: string): void {
    clearTimeout(timer);
    setTimer(setTimeout(() => setSearch(text.trim() === '' ? {} : { q: text.trim() }, { replace: true }), pauseMs));
  }

  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.users')}</h1>
        <Input.Search className="users-search" allowClear defaultValue={q} placeholder={t('users.search')} aria-label={t('users.search')} onChange={(event) => find(event.target.value)} />
        {mayEdit && (
          <span className="record-actions">
            <Button onClick={() => setOpen('import')}>{t('users.import')}</Button>
            <Button type="primary" onClick={() => setOpen('new')}>{t('users.new')}</Button>
          </span>
        )}
      </div>
      {users.isError ? (
        <Problem error={users.error} onRetry={() => void users.refetch()} />
      ) : users.isPending ? (
        <PageSkeleton />
      ) : rows.length === 0 ? (
        <Nothing title={t('users.none')} help={t('users.none.help')} />
      ) : (
        <Rows rows={rows} />
      )}
      {users.hasNextPage && <div className="more"><Button loading={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>{t('users.more')}</Button></div>}
      {open === 'new' && <NewUser onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportUsers onClose={() => setOpen(null)} />}
    </div>
  );
}

function Rows({ rows }: { rows: readonly User[] }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('users.name')}</th>
            <th scope="col">{t('signIn.userName')}</th>
            <th scope="col">{t('users.posts')}</th>
            <th scope="col">{t('field.state')}</th>
            <th scope="col" className="right">{t('users.lastSeen')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((user) => (
            <tr key={user.userName}>
              <td><Link to={`/admin/users/${encodeURIComponent(user.userName)}`}>{user.name}</Link></td>
              <td className="mono">{user.userName}</td>
              <td>
                {user.posts.slice(0, 2).map((post) => <div key={post.id}>{names.role(post.role)} · {post.unitName}</div>)}
                {user.posts.length > 2 && <span className="quiet">{t('users.morePosts', { count: user.posts.length - 2 })}</span>}
              </td>
              <td>{names.userState(user.state)}</td>
              <td className="right"><When at={user.lastSeenAt ?? null} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
