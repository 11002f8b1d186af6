import type { Label, Role } from './vocabulary.ts';

export type ActorKind = 'person' | 'organization' | 'application' | 'group' | 'service';

/** A link or fact on a profile. */
export interface ProfileField {
  name: string;
  valueHtml: string;
}

/** Anybody with an ActivityPub address: our teachers, our district, and everyone elsewhere whom we know of. */
export interface Actor {
  id: string;
  uri: string;
  kind: ActorKind;
  handle: string;
  /** null: one of ours */
  host: string | null;
  name: string;
  summaryHtml: string;
  url: string | null;
  inbox: string | null;
  sharedInbox: string | null;
  outbox: string | null;
  followers: string | null;
  following: string | null;
  iconUrl: string | null;
  fields: ProfileField[];
  label: string | null;
  keyId: string | null;
  keyPem: string | null;
  manuallyApproves: boolean;
  discoverable: boolean;
  indexable: boolean;
  alsoKnownAs: string[];
  movedTo: string | null;
  attributionDomains: string[];
  state: 'active' | 'resting' | 'suspended' | 'moved' | 'gone';
  publishedAt: Date;
  updatedAt: Date;
  fetchedAt: Date | null;
}

/** Somebody with an account on this node. */
export interface Person {
  actor: Actor;
  email: string;
  role: Role;
  label: Label;
  bio: string;
  subjects: string[];
  ageMin: number | null;
  ageMax: number | null;
  languages: string[];
  state: 'active' | 'resting' | 'leaving' | 'moved' | 'suspended' | 'closed';
  lastAudience: string | null;
  lastVisitAt: Date | null;
  /** nobody is let in until then; null or past: the door is open */
  doorClosedUntil: Date | null;
}

/** `@handle@host`; `localHost` is the host of this node's own people. */
export function fullHandle(actor: Pick<Actor, 'handle' | 'host'>, localHost: string): string {
  return `@${actor.handle}@${actor.host ?? localHost}`;
}
