/**
 * The shapes of Granary's web API as the client relies on them. Written by hand from the API's contract;
 * `npm run api` generates src/api/schema.d.ts from a running server's OpenAPI document to compare with.
 */

/** A value of an attribute: one entry a value (a person has several phones), each with its parts (type, number, expiry). */
export type AttributeValue = readonly (readonly string[])[];

export interface Session {
  /** Null where the server has no users (serve without a demo, on loopback). */
  userName: string | null;
  demo: boolean;
}

export type Outbound = 'connected' | 'down' | 'files';

export interface SystemStatus {
  system: string;
  kind: 'online' | 'files';
  /** Connections that the system has opened to the hub. */
  inbound: number;
  outbound: Outbound;
  receivedPerSecond: number;
  deliveredPerSecond: number;
  backlog: number;
  dead: number;
  oldestDueSeconds: number | null;
  lastReceivedAt: string | null;
  lastDeliveredAt: string | null;
  customers: number;
}

/** The message that a change is due to; empty where the hub looked again by itself or a person decided. */
export interface Cause {
  system: string;
  messageId: string;
}

export type PartyKind = 'person' | 'organisation';
export type ChangeAction = 'created' | 'changed' | 'merged' | 'split' | 'closed';

export interface Change {
  id: number;
  at: string;
  partyNumber: string;
  version: number;
  maskedName: string;
  kind: PartyKind;
  cause: Cause;
  changed: readonly string[];
  action: ChangeAction;
}

export interface PartyRow {
  number: string;
  kind: PartyKind;
  name: string;
  document: string | null;
  mobile: string | null;
  region: string | null;
  systems: readonly string[];
  changedAt: string;
}

export interface LosingValue {
  system: string;
  key: string;
  value: AttributeValue;
  at: string | null;
  why: string;
}

export interface GoldenAttribute {
  attribute: string;
  value: AttributeValue;
  provenance: { system: string; key: string; rule: string; at: string | null };
  losing: readonly LosingValue[];
}

export interface HeldAttribute {
  attribute: string;
  said: AttributeValue | null;
  saidAt: string | null;
  told: AttributeValue | null;
  holds: AttributeValue | null;
  /** The system is still to be told: its projection differs from what it holds. */
  due: boolean;
}

export interface RecordDelivery {
  state: string;
  sequence: number;
  tries: number;
  reason: string | null;
}

export interface SourceRecord {
  system: string;
  key: string;
  status: string;
  link: string;
  branch: string | null;
  openedAt: string | null;
  attributes: readonly HeldAttribute[];
  delivery: RecordDelivery | null;
}

export interface Relationship {
  unit: string;
  legalEntity: string;
  kind: string;
  since: string | null;
  source: string;
}

export interface Suspect {
  other: string;
  score: number;
  reason: string;
}

export interface AttributeChange {
  attribute: string;
  before: AttributeValue | null;
  after: AttributeValue | null;
}

export interface Version {
  version: number;
  at: string;
  cause: Cause;
  action: ChangeAction;
  changed: readonly AttributeChange[];
}

export interface Party {
  number: string;
  redirectedFrom: string | null;
  kind: PartyKind;
  status: string;
  version: number;
  createdAt: string;
  changedAt: string;
  attributes: readonly GoldenAttribute[];
  records: readonly SourceRecord[];
  relationships: readonly Relationship[];
  suspects: readonly Suspect[];
  history: readonly Version[];
}

export type Direction = 'in' | 'out';

export interface MessageRow {
  system: string;
  id: string;
  direction: Direction;
  at: string;
  key: string | null;
  outcome: string;
  reason: string | null;
  text: string | null;
  field: string | null;
  partyNumber: string | null;
  durationMs: number | null;
  repeats: number;
  tries: number;
  /** Where the page after this row starts. */
  cursor: string;
}

export interface MessageTry {
  number: number;
  at: string;
  durationMs: number | null;
  outcome: string;
  code: string | null;
  text: string | null;
}

export interface MessageDetail extends MessageRow {
  content: string | null;
  attempts: readonly MessageTry[];
}

export interface DeliveryRow {
  system: string;
  key: string;
  partyNumber: string | null;
  maskedName: string | null;
  state: string;
  sequence: number;
  tries: number;
  reason: string | null;
  text: string | null;
  messageId: string | null;
  dueSince: string | null;
  lastTriedAt: string | null;
}

export interface Percentiles {
  p50: number;
  p99: number;
  max: number;
  count: number;
}

export interface Figures {
  received: number;
  applied: number;
  duplicates: number;
  refused: number;
  parties: number;
  backlog: number;
  dead: number;
  /** From the commit of a change to an online system's acknowledgement; count 0 while there was none. */
  syncMs: Percentiles;
}

export interface DemoReply {
  partyNumber: string | null;
  system: string | null;
  key: string | null;
  what: string | null;
}
