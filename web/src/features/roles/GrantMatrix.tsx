import { Fragment } from 'react';
import type { PermissionInfo, Role } from '../../api/people.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';
import { granted, groupsOf, reaches, reachesOf } from './roleDraft.ts';

interface Props {
  role: Role;
  before: Role;
  permissions: readonly PermissionInfo[];
  mayEdit: boolean;
  onChange: (role: Role) => void;
}

/** Permission by reach: one mark a line, since the wider reach holds the narrower. What was changed is marked. */
export function GrantMatrix({ role, before, permissions, mayEdit, onChange }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('rights.grants')}>
      <table className="plain-table grant-matrix">
        <thead>
          <tr>
            <th scope="col">{t('rights.permission')}</th>
            <th scope="col">{t('roles.none')}</th>
            {reaches.map((reach) => <th key={reach} scope="col">{names.reach(reach)}</th>)}
          </tr>
        </thead>
        <tbody>
          {groupsOf(permissions).map(([group, list]) => (
            <Fragment key={group}>
              {list.map((permission) => {
                const current = role.grants[permission.name] ?? null;
                const label = names.permission(permission.name);
                return (
                  <tr key={permission.name} data-changed={current !== (before.grants[permission.name] ?? null)}>
                    <th scope="row">{label}{permission.stepUp && <span className="quiet"> {t('roles.stepUp')}</span>}</th>
                    {[null, ...reaches].map((reach) => (
                      <td key={reach ?? 'none'}>
                        {(reach === null || reachesOf(permission).includes(reach)) && (
                          <input
                            type="radio"
                            name={permission.name}
                            disabled={!mayEdit}
                            checked={current === reach}
                            aria-label={`${label} ${reach === null ? t('roles.none') : names.reach(reach)}`}
                            onChange={() => onChange(granted(role, permission.name, reach))}
                          />
                        )}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
