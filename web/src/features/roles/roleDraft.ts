import type { PermissionInfo, Reach, Role } from '../../api/people.ts';

export const reaches: readonly Reach[] = ['own', 'unit', 'entity', 'province'];

/** The reaches that make sense: where it does not matter whose rows, there is the province or nothing. */
export const reachesOf = (permission: PermissionInfo): readonly Reach[] => (permission.rows ? reaches : ['province']);

/** The role with another reach for a permission; null takes the permission away. */
export function granted(role: Role, permission: string, reach: Reach | null): Role {
  const { [permission]: _, ...others } = role.grants;
  return { ...role, grants: reach === null ? others : { ...others, [permission]: reach } };
}

/** The permissions that differ, for whoever has to see what a change comes to. */
export function changedGrants(before: Role, after: Role): string[] {
  const names = new Set([...Object.keys(before.grants), ...Object.keys(after.grants)]);
  return [...names].filter((name) => before.grants[name] !== after.grants[name]).sort();
}

/** Permissions by what they are about: customers.read and customers.export stand together. */
export function groupsOf(permissions: readonly PermissionInfo[]): [string, PermissionInfo[]][] {
  const groups = new Map<string, PermissionInfo[]>();
  for (const permission of permissions) {
    const group = permission.name.split('.')[0] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), permission]);
  }
  return [...groups];
}
