import type { Grant, Rights } from '../api/people.ts';
import type { DataClass } from '../api/session.ts';
import { useTranslation } from '../app/translation.ts';
import { useNames } from './useNames.ts';

const classes: readonly DataClass[] = ['C1', 'C2', 'C3'];

/** What somebody may do and see today, and from which post each of it comes. */
export function RightsView({ rights }: { rights: Rights }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <div className="rights">
      <h2>{t('rights.fields')}</h2>
      <dl className="facts-table">
        {classes.map((each) => <div key={each}><dt>{t(`dataClass.${each}`)}</dt><dd>{names.sight(rights.fields[each])}</dd></div>)}
      </dl>
      <h2>{t('rights.grants')}</h2>
      <div className="table-scroll">
        <table className="plain-table">
          <thead><tr><th scope="col">{t('rights.permission')}</th><th scope="col">{t('rights.reach')}</th><th scope="col">{t('rights.from')}</th><th scope="col">{t('rights.rows')}</th></tr></thead>
          <tbody>
            {rights.grants.map((grant) => (
              <tr key={`${grant.permission} ${grant.role} ${grant.unit} ${grant.coverFor ?? ''}`}>
                <td>{names.permission(grant.permission)}</td>
                <td>{names.reach(grant.reach)}</td>
                <td>
                  {names.role(grant.role)} · {grant.unitName}
                  {grant.coverFor !== null && grant.coverFor !== undefined && <span className="why-cover"> {t('why.cover', { name: grant.coverFor })}</span>}
                  {grant.until !== null && grant.until !== undefined && <span className="quiet"> {t('value.until', { date: grant.until })}</span>}
                </td>
                <td className="quiet"><Rows rows={grant.rows} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Rows({ rows }: { rows: Grant['rows'] }) {
  const { t } = useTranslation();
  if (rows.all === true) return t('rights.all');
  const parts = [
    ...(rows.entities.length > 0 ? [t('rights.entities', { count: rows.entities.length })] : []),
    ...(rows.units.length > 0 ? [t('rights.units', { count: rows.units.length })] : []),
    ...(rows.managers.length > 0 ? [t('rights.managers', { count: rows.managers.length })] : []),
    ...(rows.places.length > 0 ? [t('rights.places', { count: rows.places.length })] : []),
  ];
  return parts.length === 0 ? t('rights.nothing') : <span title={[...rows.entities, ...rows.units, ...rows.places].join(' ')}>{parts.join(t('list.separator'))}</span>;
}
