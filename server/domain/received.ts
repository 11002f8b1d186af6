import type { ActorKind, ProfileField } from './actor.ts';
import type { EvidenceTable } from './evidence-table.ts';
import type { Thanks } from './reply.ts';
import type { CallState, Licence, Verdict, WorkKind } from './vocabulary.ts';
import type { BuiltOn, GistOther, Section } from './work.ts';

/** What came from another server, translated, capped and still to be judged. HTML in it is not yet clean. */

export interface ReceivedActor {
  uri: string;
  kind: ActorKind;
  handle: string;
  host: string;
  name: string;
  summaryHtml: string;
  url: string | null;
  inbox: string;
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
  suspended: boolean;
  publishedAt: Date | null;
  raw: unknown;
}

/** How a thing says which conversation it belongs to. */
export interface WireThread {
  /** the collection of everything in it (FEP-7888), a web address */
  context: string | null;
  /** an older name of the conversation: a web address or a `tag:` */
  conversation: string | null;
  /** the collection of what answers this thing, on its own host */
  replies: string | null;
}

interface ReceivedObject {
  uri: string;
  url: string | null;
  authorUri: string;
  lang: string;
  contentHtml: string;
  publishedAt: Date;
  updatedAt: Date | null;
  /** ids of the ancestors as the child's host states them, origin first */
  lineage: string[];
  isPublic: boolean;
  /** absent: it says nothing of it */
  thread?: WireThread;
  raw: unknown;
}

export interface ReceivedWork extends ReceivedObject {
  type: 'work';
  kind: WorkKind;
  /** of a question: how it stands */
  callState?: CallState;
  title: string;
  gist: string;
  gistOther: GistOther[];
  /** empty for a work without our terms: then `contentHtml` is all there is */
  sections: Section[];
  subjects: string[];
  focus: string[];
  tags: string[];
  ageMin: number | null;
  ageMax: number | null;
  levelLabel: string;
  classSize: string | null;
  whyItMatters: string;
  madePossibleBy: string;
  licence: Licence;
  builtOn: BuiltOn[];
  version: number;
  changeNote: string;
  /** how many photos it came with; they stay where they are */
  photos?: number;
  /** whether everybody may find it by its words (FEP-268d); null: it does not say, so its author's word counts */
  searchable?: boolean | null;
}

export interface ReceivedTry extends ReceivedObject {
  type: 'try';
  ofUri: string;
  context: string;
  changed: string;
  kept: string;
  happened: string;
  verdict: Verdict | null;
  tip: string;
  evidence: EvidenceTable[];
  gistOther: GistOther[];
  subjects: string[];
  ageMin: number | null;
  ageMax: number | null;
}

export interface ReceivedNote extends ReceivedObject {
  type: 'note';
  inReplyTo: string | null;
  /** actor ids named in a Mention tag */
  mentions: string[];
  /** it says thank you, and what for */
  thanks?: Thanks;
  /** the text of a thank-you without the line that says what for, which readers get in their own language */
  besideThanksHtml?: string;
}

export type Received = ReceivedWork | ReceivedTry | ReceivedNote;
