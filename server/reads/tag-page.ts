import { sql } from 'kysely';
import type { Viewer } from '../domain/audience.ts';
import { FOCUSES, SUBJECTS } from '../domain/vocabulary.ts';
import type { Db } from '../store/db.ts';
import { type CardPage, cardPage, cardQuery } from './work-cards.ts';

export interface TagPage extends CardPage {
  /** as it stands in addresses: small letters, no hyphens */
  tag: string;
  /** the subject or focus of our lists that is called that */
  known: { list: 'subject' | 'focus'; key: string } | null;
  /** as somebody wrote it, `LessonStudy` */
  written: string;
}

/**
 * Works with a tag, a subject or a focus of that name: public ones of ours; for members also those that stay inside
 * and public ones from elsewhere, without those of people whom they have blocked. The address of every hashtag in our documents leads here (FEP-eb48).
 * @param name at most 60 characters count
 */
export async function tagPage(db: Db, viewer: Viewer, name: string, after?: string): Promise<TagPage> {
  const tag = keyOf(name.slice(0, 60));
  let works = cardQuery(db)
    .where('state', '=', 'published')
    .where(sql<boolean>`work.tag_keys @> tag_keys(array[${tag}])`);
  works =
    viewer.kind === 'member'
      ? works
          .where('audience', 'in', ['district', 'everyone'])
          .where(
            sql<boolean>`not exists (select from block where blocker_id = ${viewer.actorId} and blocked_id = work.author_id)`,
          )
      : works.where('host', 'is', null).where('audience', '=', 'everyone');
  const page = await cardPage(db, works, after);
  const [list, key] = [
    ...SUBJECTS.map((one) => ['subject', one] as const),
    ...FOCUSES.map((one) => ['focus', one] as const),
  ].find(([, one]) => keyOf(one) === tag) ?? [null, ''];
  return {
    ...page,
    tag,
    known: list && { list, key },
    written: await writtenIn(db, page.works[0]?.id, tag),
  };
}

/** As the author of the newest work wrote it. */
async function writtenIn(db: Db, workId: string | undefined, tag: string): Promise<string> {
  if (workId === undefined) return tag;
  const row = await db.selectFrom('work').select('tags').where('id', '=', workId).executeTakeFirst();
  return row?.tags.find((one) => keyOf(one) === tag) ?? tag;
}

function keyOf(name: string): string {
  return name.normalize('NFKC').replaceAll('-', '').toLowerCase();
}
