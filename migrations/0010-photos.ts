import { type Kysely, sql } from 'kysely';

/** Photos of stories, pictures of people and of the district; files that a photo named once; photos of works elsewhere. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table photo (
      id ulid primary key,
      owner_id ulid not null references actor on delete cascade,
      -- a photo without either was never used, or its draft is gone: it is swept
      work_id ulid references work on delete set null,
      avatar_of ulid unique references actor on delete set null,
      position integer not null default 1,
      token text collate "C" not null unique check (token ~ '^[A-Za-z0-9_-]{22}$'),
      alt text not null default '',
      people text check (people in ('none', 'adults', 'students')),
      consent boolean not null default false,
      names text check (names in ('no', 'yes')),
      covers integer not null default 0,
      included boolean not null default false,
      blurhash text not null,
      width integer not null,
      height integer not null,
      files jsonb not null,
      created_at timestamptz not null default now(),
      check (work_id is null or avatar_of is null)
    );
    create index photo_work on photo (work_id, position) where work_id is not null;
    create index photo_owner on photo (owner_id);
    create index photo_unused on photo (created_at) where work_id is null and avatar_of is null;
    create index photo_files on photo using gin (files jsonb_path_ops);

    -- files that may lie in the folder without a photo: written down before they are written, and when a photo goes
    create table loose_file (
      key text collate "C" primary key check (key ~ '^[0-9a-f]{64}$'),
      since timestamptz not null default now()
    );

    alter table district add constraint district_photo_policy check (photo_policy in ('no-students', 'with-consent'));
    -- how many photos a work from elsewhere came with
    alter table work add column photos_elsewhere smallint not null default 0;
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    drop table photo;
    drop table loose_file;
    alter table district drop constraint district_photo_policy;
    alter table work drop column photos_elsewhere;
  `)
    .execute(db);
}
