/**
 * The shapes of Granary's web API, from the server's OpenAPI document (schema.d.ts, made by `npm run api`), with the
 * words that its strings can be. The compiler notices when the server's shapes and ours part.
 */
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

/** Some fields of a shape said more precisely than the document says them. */
type With<Shape, Precise> = Omit<Shape, keyof Precise> & Precise;

/** A value of an attribute: one entry a value (a person has several phones), each with its parts (type, number, expiry). */
export type AttributeValue = string[][];

export type PartyKind = 'person' | 'organisation';
export type Outbound = 'connected' | 'down' | 'files';
export type Direction = 'in' | 'out';
export type ChangeAction = 'created' | 'changed' | 'merged' | 'split' | 'closed';

export type Figures = Schemas['FiguresView'];
export type SystemStatus = With<Schemas['SystemView'], { kind: 'online' | 'files'; outbound: Outbound }>;
export type Change = With<Schemas['ChangeView'], { kind: PartyKind; action: ChangeAction }>;

export type PartyRow = With<Schemas['PartyRow'], { kind: PartyKind }>;
export type GoldenAttribute = Schemas['GoldenView'];
export type HeldAttribute = Schemas['HeldView'];
export type SourceRecord = Schemas['RecordView'];
export type Relative = With<Schemas['RelativeView'], { kind: PartyKind }>;
export type CustomerEdit = Schemas['CorrectionView'];
export type Relationship = Schemas['RelationshipView'];
export type Suspect = Schemas['SuspectView'];
export type Version = With<Schemas['VersionView'], { action: ChangeAction }>;
export type Party = With<Schemas['PartyView'], { kind: PartyKind; history: Version[] }>;

export type MessageRow = With<Schemas['MessageView'], { direction: Direction }>;
export type MessageTry = Schemas['TryView'];
export type MessageDetail = With<Schemas['MessageDetail'], { direction: Direction }>;
export type DeliveryRow = Schemas['OpenDelivery'];

export type DemoReply = Schemas['DemoReply'];
