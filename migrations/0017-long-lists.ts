import { type Kysely, sql } from 'kysely';

/** Lists that take as long with ten thousand works as with ten. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    -- home, the district, what there is to try: the newest works, whoever wrote them
    create index work_published on work (published_at desc, id desc) where state = 'published';
    -- what somebody took back lately
    create index work_retracted on work (author_id) where retracted_at is not null;
    -- the notices of a person, those that were read too
    create index notice_person on notice (person_id, id desc);
    -- is there anything at other servers to read about a thing that very many answered?
    create index adaptation_wire_replies on adaptation (of_uri) where wire_replies is not null;
    create index reply_wire_replies on reply (root_uri) where wire_replies is not null;
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `drop index work_published, work_retracted, notice_person, adaptation_wire_replies, reply_wire_replies;`,
    )
    .execute(db);
}
