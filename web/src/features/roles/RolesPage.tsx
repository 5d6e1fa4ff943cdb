import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { permissionsQuery, rolesQuery, type Role } from '../../api/people.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { RoleEditor } from './RoleEditor.tsx';
import './roles.css';

const blank: Role = { id: '', name: { zh: '', en: '' }, shipped: false, grants: {}, fields: { C1: 'clear', C2: 'masked', C3: 'hidden' } };

/** The roles, and of the chosen one what it may do, how far it reaches, and what it sees. */
export function RolesPage() {
  const { t } = useTranslation();
  const names = useNames();
  useTitle(t('nav.roles'));
  const [search, setSearch] = useSearchParams();
  const roles = useQuery(rolesQuery);
  const permissions = useQuery(permissionsQuery);
  const mayEdit = useMay()('roles.edit');
  const error = roles.error ?? permissions.error;
  if (error !== null) return <Problem error={error} onRetry={() => void Promise.all([roles.refetch(), permissions.refetch()])} page />;
  if (roles.data === undefined || permissions.data === undefined) return <PageSkeleton />;
  const wanted = search.get('role');
  const chosen = wanted === 'new' && mayEdit ? blank : (roles.data.find((role) => role.id === wanted) ?? roles.data[0]);
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.roles')}</h1>
        {mayEdit && <span className="record-actions"><Button onClick={() => setSearch({ role: 'new' })}>{t('roles.new')}</Button></span>}
      </div>
      <div className="roles">
        <nav className="role-list" aria-label={t('nav.roles')}>
          {roles.data.map((role) => (
            <button key={role.id} type="button" aria-current={role.id === chosen?.id} onClick={() => setSearch({ role: role.id }, { replace: true })}>
              <span>{names.both(role.name)}</span>
              {role.people !== undefined && <span className="quiet figures">{t('roles.people', { count: role.people })}</span>}
            </button>
          ))}
        </nav>
        {chosen !== undefined && <RoleEditor key={chosen.id} role={chosen} permissions={permissions.data} mayEdit={mayEdit} />}
      </div>
    </div>
  );
}
