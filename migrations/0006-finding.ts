import { type Kysely, sql } from 'kysely';

/**
 * Finding things: the words of works and the names of people as PostgreSQL full text, kept by the database itself,
 * so that nothing that writes a work can forget them and nothing stays of one that was emptied. No extension is needed:
 * scripts without spaces are cut into pairs of letters, and the beginning of a word finds it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(FUNCTIONS).execute(db);
  await sql.raw(COLUMNS).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table work drop column words, drop column tag_keys, drop column searchable;
    alter table actor drop column name_words;
    alter table remote_host drop column name;
    drop function search_terms, name_words, work_words, tag_keys, search_plain, search_pairs, search_fold, search_config;
  `)
    .execute(db);
}

/** The languages that PostgreSQL 15 knows stems of; all others are searched by whole words and beginnings. */
const STEMMED = {
  ...{ ar: 'arabic', ca: 'catalan', da: 'danish', de: 'german', el: 'greek', en: 'english', es: 'spanish' },
  ...{ eu: 'basque', fi: 'finnish', fr: 'french', ga: 'irish', hi: 'hindi', hu: 'hungarian', hy: 'armenian' },
  ...{ id: 'indonesian', it: 'italian', lt: 'lithuanian', nb: 'norwegian', ne: 'nepali', nl: 'dutch' },
  ...{ nn: 'norwegian', no: 'norwegian', pt: 'portuguese', ro: 'romanian', ru: 'russian', sr: 'serbian' },
  ...{ sv: 'swedish', ta: 'tamil', tr: 'turkish', yi: 'yiddish' },
};

/** Letters of scripts that put no spaces between words: Thai to Khmer, kana, Han, Hangul. */
const UNSPACED = String.raw`[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]`;
/** What separates words, in every script. */
const BETWEEN = String.raw`[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u206f\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u30fb\ufe30-\ufe4f]+`;

const FUNCTIONS = `
-- of a BCP 47 tag
create function search_config(lang text) returns regconfig language sql immutable parallel safe
return case split_part(lower(lang), '-', 1)
${Object.entries(STEMMED)
  .map(([tag, config]) => `  when '${tag}' then 'pg_catalog.${config}'::regconfig`)
  .join('\n')}
  else 'pg_catalog.simple'::regconfig end;

-- small letters without accents, one space between words; the bound keeps the words of a work below what a tsvector holds
create function search_fold(t text) returns text language sql immutable parallel safe
return regexp_replace(
  lower(normalize(regexp_replace(
    normalize(regexp_replace(left(t, 30000), '<[^>]*>|&[a-z]+;|&#[0-9]+;', ' ', 'g'), nfkd),
    '[\\u0300-\\u036f]', '', 'g'), nfkc)),
  '${BETWEEN}', ' ', 'g');

-- 一题三解 becomes 一题 三解, and once more from the second letter on: 一 题三 解
create function search_pairs(t text) returns text language sql immutable parallel safe
return case when t ~ '${UNSPACED}' then
  regexp_replace(regexp_replace(t, '(${UNSPACED}+)', ' \\1 ', 'g'), '(${UNSPACED}{2})', ' \\1 ', 'g')
  || ' ' ||
  regexp_replace(regexp_replace(regexp_replace(t, '(${UNSPACED}+)', ' \\1 ', 'g'), ' (${UNSPACED})', ' \\1 ', 'g'),
    '(${UNSPACED}{2})', ' \\1 ', 'g')
  else t end;

create function search_plain(t text) returns tsvector language sql immutable parallel safe
return to_tsvector('pg_catalog.simple', search_pairs(search_fold(t)));

-- what tags, subjects and focuses are compared by: #LessonStudy, lesson-study and lessonstudy are one
create function tag_keys(names text[]) returns text[] language sql immutable parallel safe
return (select coalesce(array_agg(distinct lower(replace(normalize(name, nfkc), '-', ''))), '{}') from unnest(names) name);

-- the title weighs most, then the gist and what it is about, then the rest; each as stems and as it stands
create function work_words(lang text, title text, gist text, gist_other jsonb, about text[], rest text)
  returns tsvector language sql immutable parallel safe
return setweight(to_tsvector(search_config(lang), title) || search_plain(title), 'A')
  || setweight(to_tsvector(search_config(lang), gist)
    || search_plain(concat_ws(' ', gist, jsonb_path_query_array(gist_other, '$[*].text')::text,
         array_to_string(about, ' '))), 'B')
  || setweight(to_tsvector(search_config(lang), regexp_replace(left(rest, 30000), '<[^>]*>', ' ', 'g'))
    || search_plain(rest), 'C');

create function name_words(name text, handle text) returns tsvector language sql immutable parallel safe
return search_plain(name || ' ' || handle);

-- every word that somebody typed, or the beginning of one when it is long enough to mean something
create function search_terms(q text) returns tsquery language sql immutable parallel safe
return (select string_agg(case when length(lexeme) > 2 or lexeme ~ '${UNSPACED}'
    then quote_literal(lexeme) || ':*' else quote_literal(lexeme) end, ' & ')::tsquery
  from unnest(search_plain(q)));
`;

const COLUMNS = `
-- what the object itself says of being searched; null: as its author says for all of theirs (actor.indexable)
alter table work add column searchable boolean;
alter table work add column words tsvector generated always as (
  case when state = 'published' then work_words(lang, title, gist, gist_other, tags || subjects || focus,
    html || ' ' || why_it_matters || ' ' || made_possible_by || ' ' || level_label) end) stored;
create index work_words on work using gin (words) where words is not null;
alter table work add column tag_keys text[] generated always as (
  case when state = 'published' then tag_keys(tags || subjects || focus) end) stored;
create index work_tags on work using gin (tag_keys) where tag_keys is not null;

alter table actor add column name_words tsvector generated always as (name_words(name, handle)) stored;
create index actor_names on actor using gin (name_words);

-- what a district elsewhere calls itself
alter table remote_host add column name text;
create index remote_host_named on remote_host (host) include (name) where name is not null;
`;
