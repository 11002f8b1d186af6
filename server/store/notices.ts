import { newId } from '../domain/ids.ts';
import type { Happening } from '../domain/telling.ts';
import type { Db } from './db.ts';
import { together } from './together.ts';

/** What a person is told about in the app. */
export type NoticeKind = Happening;

export interface NewNotice {
  personId: string;
  kind: NoticeKind;
  /** the work that it is about */
  aboutUri: string | null;
  /** the try, reply … that caused it */
  objectUri: string;
  fromId: string | null;
  data?: Record<string, unknown>;
}

/** Tells a person once; the same cause again changes nothing. */
export async function insertNotice(db: Db, notice: NewNotice): Promise<void> {
  await insertNotices(db, notice);
}

const insertNotices = together<NewNotice, never>(
  (notice) => `${notice.personId} ${notice.kind} ${notice.objectUri}`,
  async (db, notices) => {
    const rows = notices.map((notice) => ({
      id: newId(),
      person_id: notice.personId,
      kind: notice.kind,
      about_uri: notice.aboutUri,
      object_uri: notice.objectUri,
      from_id: notice.fromId,
      data: JSON.stringify(notice.data ?? {}),
    }));
    await db
      .insertInto('notice')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['person_id', 'kind', 'object_uri']).doNothing())
      .execute();
    return new Map<string, never>();
  },
);

/** The same, but what was told before with the same cause becomes new again. */
export async function raiseNotice(db: Db, notice: NewNotice, now: Date): Promise<void> {
  const row = { id: newId(), created_at: now, read_at: null, data: JSON.stringify(notice.data ?? {}) };
  await db
    .insertInto('notice')
    .values({
      ...row,
      person_id: notice.personId,
      kind: notice.kind,
      about_uri: notice.aboutUri,
      object_uri: notice.objectUri,
      from_id: notice.fromId,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'kind', 'object_uri']).doUpdateSet(row))
    .execute();
}

/** Which of a person's notices are meant: all, or those of some kinds, about one work, up to one of them. */
export interface WhichNotices {
  kinds?: readonly string[];
  /** every kind but these */
  notKinds?: readonly string[];
  aboutUri?: string;
  /** the id of the newest that was seen */
  upTo?: string;
}

/** Marks what has not been read as read. */
export async function markNoticesRead(
  db: Db,
  personId: string,
  now: Date,
  { kinds, notKinds, aboutUri, upTo }: WhichNotices = {},
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds ?? []))
    .$if(notKinds !== undefined, (query) => query.where('kind', 'not in', notKinds ?? []))
    .$if(aboutUri !== undefined, (query) => query.where('about_uri', '=', aboutUri ?? ''))
    .$if(upTo !== undefined, (query) => query.where('id', '<=', upTo ?? ''))
    .execute();
}

/** Takes one notice back: what it told of is so no longer. */
export async function removeNotice(
  db: Db,
  { personId, kind, objectUri }: Pick<NewNotice, 'personId' | 'kind' | 'objectUri'>,
): Promise<void> {
  await db
    .deleteFrom('notice')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('object_uri', '=', objectUri)
    .execute();
}

export async function removeNoticesAbout(db: Db, objectUri: string): Promise<void> {
  await db.deleteFrom('notice').where('object_uri', '=', objectUri).execute();
}
