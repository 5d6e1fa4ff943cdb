import { useQuery } from '@tanstack/react-query';
import { organisationQuery } from '../api/organisation.ts';
import { sessionQuery, useMay } from '../api/session.ts';

/** A unit by its name where one may read the tree or has a post there; its code otherwise, and always on hover. */
export function UnitName({ code }: { code: string }) {
  const may = useMay()('organisation.read');
  const units = useQuery({ ...organisationQuery(), enabled: may });
  const session = useQuery(sessionQuery);
  if (code === '') return <span className="quiet">–</span>;
  const name = units.data?.find((unit) => unit.code === code)?.name ?? session.data?.posts.find((post) => post.unit === code)?.unitName;
  return name === undefined ? <span className="mono">{code}</span> : <span title={code}>{name}</span>;
}
