import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post, upload } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Documents = Schemas['DocumentsView'];
export type DocumentView = Schemas['DocumentView'];

/** Under the party's key, so that a change of the customer asks for it again. */
export const documentsQuery = (number: string) =>
  queryOptions({
    queryKey: ['party', number, 'documents'],
    queryFn: ({ signal }) => get<Documents>(pathOf('customers', number, 'documents'), {}, signal),
  });

/** Those that belong to "visit/12" or "task/7". */
export const documentsOfQuery = (of: string) =>
  queryOptions({
    queryKey: ['work', 'documents', of],
    queryFn: ({ signal }) => get<DocumentView[]>('/api/documents', { of }, signal),
  });

export interface Upload {
  file: File;
  kind: string;
  note?: string;
  /** Empty: the legal entity in which one works. */
  entity?: string;
}

/** @returns its id. */
export async function uploadDocument(number: string, { file, kind, note = '', entity = '' }: Upload, onProgress: (part: number) => void): Promise<number> {
  const form = new FormData();
  form.append('kind', kind);
  form.append('note', note);
  form.append('entity', entity);
  form.append('file', file, file.name);
  return (await upload<Schemas['UploadedDocument']>(pathOf('customers', number, 'documents'), form, onProgress)).id;
}

export const removeDocument = (id: number, reason: string) => post(pathOf('documents', String(id), 'remove'), { reason });

export const contentOf = (id: number) => pathOf('documents', String(id), 'content');
