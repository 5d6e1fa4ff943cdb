import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ApiError, pathOf, post, put, remove } from '../../api/client.ts';
import { rightsQuery, userQuery, type User } from '../../api/people.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { RightsView } from '../../components/RightsView.tsx';
import { Secret } from '../../components/Secret.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import { Posts } from './Posts.tsx';
import './users.css';

export function UserPage() {
  const { t } = useTranslation();
  const { userName = '' } = useParams();
  useTitle(userName);
  const user = useQuery(userQuery(userName));
  if (user.error instanceof ApiError && user.error.status === 404) return <Nothing title={t('users.notFound')} help={t('users.none.help')} />;
  if (user.isError && user.data === undefined) return <Problem error={user.error} onRetry={() => void user.refetch()} page />;
  if (user.data === undefined) return <PageSkeleton />;
  return <UserRecord key={user.data.userName} user={user.data} />;
}

function UserRecord({ user }: { user: User }) {
  const { t } = useTranslation();
  const names = useNames();
  const mayEdit = useMay()('users.edit');
  return (
    <RecordFrame
      title={user.name}
      shortName={user.name}
      number={user.userName}
      address={`/admin/users/${encodeURIComponent(user.userName)}`}
      list="users"
      listAddress="/admin/users"
      tags={<span className="kind">{names.userState(user.state)}</span>}
      actions={mayEdit && <UserActions user={user} />}
      facts={[
        ...(user.mobile ? [{ name: t('attribute.mobile'), value: <span className="mono">{user.mobile}</span> }] : []),
        ...(user.email ? [{ name: t('attribute.email'), value: user.email }] : []),
        { name: t('users.totp'), value: t(user.totp === true ? 'answer.yes' : 'answer.no') },
        { name: t('users.lastSeen'), value: <When at={user.lastSeenAt ?? null} /> },
      ]}
      tabs={[
        { key: 'posts', label: t('users.posts'), count: user.posts.length, content: <Posts user={user} mayEdit={mayEdit} /> },
        { key: 'rights', label: t('users.rights'), content: <Rights userName={user.userName} /> },
      ]}
    />
  );
}

function Rights({ userName }: { userName: string }) {
  const rights = useQuery(rightsQuery(userName));
  if (rights.isError) return <Problem error={rights.error} onRetry={() => void rights.refetch()} />;
  return rights.data === undefined ? <PageSkeleton rows={5} /> : <RightsView rights={rights.data} />;
}

function UserActions({ user }: { user: User }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [ended, setEnded] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: userQuery(user.userName).queryKey });
  const end = useMutation({ mutationFn: () => remove(pathOf('users', user.userName, 'sessions')), onSuccess: () => setEnded(true) });
  const reset = useMutation({ mutationFn: () => post<{ oneTimePassword: string }>(pathOf('users', user.userName, 'reset')) });
  const active = user.state.toLowerCase() !== 'disabled';
  const turn = useMutation({
    mutationFn: () => put(pathOf('users', user.userName), { name: user.name, mobile: user.mobile, email: user.email, state: active ? 'disabled' : 'active' }),
    onSuccess: again,
  });
  const error = end.error ?? reset.error ?? turn.error;
  return (
    <span className="user-actions">
      <Button disabled={ended} loading={end.isPending} onClick={() => end.mutate()}>{t(ended ? 'users.ended' : 'users.end')}</Button>
      <Button loading={reset.isPending} onClick={() => reset.mutate()}>{t('users.reset')}</Button>
      <Popconfirm title={t(active ? 'users.disable.title' : 'users.enable.title', { name: user.name })} okText={t(active ? 'users.disable' : 'users.enable')} cancelText={t('action.cancel')} onConfirm={() => turn.mutate()}>
        <Button loading={turn.isPending}>{t(active ? 'users.disable' : 'users.enable')}</Button>
      </Popconfirm>
      {reset.data !== undefined && <Secret value={reset.data.oneTimePassword} help={t('users.oneTime.help')} />}
      {error !== null && <Problem error={error} />}
    </span>
  );
}
