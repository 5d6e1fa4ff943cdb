import { queryOptions } from '@tanstack/react-query';
import { get } from './client.ts';

export type UnitKind = 'province' | 'entity' | 'branch' | 'outlet';

export interface Unit {
  code: string;
  name: string;
  kind: UnitKind;
  parent: string | null;
  from: string;
  state: string;
  people: number;
  /** What has been decided for a later day. */
  next?: { from: string; name?: string | null; parent?: string | null; state?: string | null } | null;
}

export const organisationQuery = (at?: string) =>
  queryOptions({
    queryKey: ['organisation', at ?? ''],
    queryFn: async ({ signal }) => (await get<{ units: Unit[] }>('/api/organisation', { at }, signal)).units,
    staleTime: 5 * 60_000,
  });

export type PlaceKind = 'town' | 'village' | 'grid';

export interface OrganisationPlace {
  code: string;
  name: string;
  kind: PlaceKind;
  unit: string;
}

export const placesQuery = (unit: string) =>
  queryOptions({
    queryKey: ['organisation', 'places', unit],
    queryFn: ({ signal }) => get<OrganisationPlace[]>('/api/organisation/places', { unit }, signal),
  });

export interface Parameter {
  name: string;
  value: string | null;
  /** Set for this unit, not taken from above. */
  own: boolean;
  default: string | null;
  type: string;
  options?: readonly string[] | null;
}

export const parametersQuery = (unit: string) =>
  queryOptions({
    queryKey: ['organisation', 'parameters', unit],
    queryFn: ({ signal }) => get<Parameter[]>('/api/organisation/parameters', { unit }, signal),
  });

/** What a change of the tree would do, or did. */
export interface UnitEffect {
  units: number;
  people: number;
  /** User names of those who would see more. */
  gains: readonly string[];
  losses: readonly string[];
  proposal?: { proposal: number; applied: boolean } | null;
}
