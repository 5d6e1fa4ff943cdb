import { queryOptions } from '@tanstack/react-query';
import { address, get, pathOf, post, remove } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Import = Schemas['ImportView'];
export type ImportOptions = Schemas['ImportOptions'];
export type ImportKind = Schemas['ImportKindView'];
export type ImportLine = Schemas['ImportLineView'];
export type ImportTally = Schemas['ImportTally'];
export type Mapping = Readonly<Record<string, number>>;

/** Something goes on by itself: the page looks again. */
export const isBusy = (state: string) => state === 'checking' || state === 'running' || state === 'undoing';

export const kindsQuery = queryOptions({
  queryKey: ['imports', 'kinds'],
  queryFn: ({ signal }) => get<ImportKind[]>('/api/imports/kinds', {}, signal),
  staleTime: 60_000,
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => get<Import>(pathOf('imports', id), {}, signal),
    refetchInterval: (query) => (isBusy(query.state.data?.state ?? '') ? 700 : false),
  });

export const linesQuery = (id: string, outcome: string, changedAt: string) =>
  queryOptions({
    queryKey: ['import', id, 'lines', outcome, changedAt],
    queryFn: ({ signal }) => get<ImportLine[]>(pathOf('imports', id, 'lines'), { outcome }, signal),
  });

export const startImport = (kind: string, unit: string, file: File) => post<Import>(address('/api/imports', { kind, unit, file: file.name }), file);

export const checkImport = (id: string, mapping: Mapping, options: ImportOptions) => post<Import>(pathOf('imports', id, 'check'), { mapping, options });

export const actOnImport = (id: string, act: 'run' | 'stop' | 'undo') => post<Import>(pathOf('imports', id, act));

export const removeImport = (id: string) => remove(pathOf('imports', id));

export const errorsAddress = (id: string, outcome: string, language: string) => address(pathOf('imports', id, 'errors'), { outcome, language });

export const templateAddress = (kind: string, language: string) => address(pathOf('imports', 'template', kind), { language });
