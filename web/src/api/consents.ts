import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post } from './client.ts';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Consents = Schemas['ConsentsView'];
export type Consent = Schemas['ConsentView'];
export type ConsentEntity = Schemas['ConsentEntity'];

/** Under the party's key, so that a change of the customer asks for it again. */
export const consentsQuery = (number: string) =>
  queryOptions({
    queryKey: ['party', number, 'consents'],
    queryFn: ({ signal }) => get<Consents>(pathOf('customers', number, 'consents'), {}, signal),
  });

export const giveConsent = (number: string, given: Schemas['ConsentGiven']) => post(pathOf('customers', number, 'consents'), given);

export const withdrawConsent = (number: string, withdrawn: Schemas['ConsentWithdrawn']) => post(pathOf('customers', number, 'consents', 'withdraw'), withdrawn);

export const addWording = (wording: Schemas['NewWording']) => post<Schemas['WordingView']>('/api/consents/wordings', wording);

export const wordingsQuery = (entity: string) =>
  queryOptions({
    queryKey: ['consents', 'wordings', entity],
    queryFn: ({ signal }) => get<Schemas['WordingView'][]>('/api/consents/wordings', { entity }, signal),
    enabled: entity !== '',
  });
