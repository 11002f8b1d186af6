import type { Insertable, Updateable } from 'kysely';
import type { Actor } from '../domain/actor.ts';
import type { Holiday } from '../domain/holiday.ts';
import type { PhotoPolicy } from '../domain/photo.ts';
import { actorsByIds } from './actors.ts';
import type { Db } from './db.ts';
import type { Tables } from './schema.ts';
import { together } from './together.ts';

/** The district of this node: its words and its two actors. */
export interface District {
  actor: Actor;
  instanceActor: Actor;
  name: string;
  shortName: string;
  country: string;
  region: string;
  languages: string[];
  timezone: string;
  /** when school is closed, in order */
  holidays: Holiday[];
  about: string;
  rules: string;
  contactEmail: string;
  pressContact: string;
  accent: string;
  licenceDefault: string;
  smallN: number;
  photoPolicy: PhotoPolicy;
  /** patterns of ID numbers: `#` a digit, `@` a letter */
  idPatterns: string[];
  federationMode: 'open' | 'approved-replies' | 'partners';
  authorizedFetch: boolean;
}

/** The district, null before the first set-up. */
export async function theDistrict(db: Db): Promise<District | null> {
  const row = await db.selectFrom('district').selectAll().executeTakeFirst();
  if (!row) return null;
  const actors = await actorsByIds(db, [row.actor_id, row.instance_actor_id]);
  const actor = actors.get(row.actor_id);
  const instanceActor = actors.get(row.instance_actor_id);
  if (!actor || !instanceActor) return null;
  return {
    actor,
    instanceActor,
    name: row.name,
    shortName: row.short_name,
    country: row.country,
    region: row.region,
    languages: row.languages,
    timezone: row.timezone,
    holidays: row.term_dates,
    about: row.about,
    rules: row.rules_md,
    contactEmail: row.contact_email,
    pressContact: row.press_contact,
    accent: row.accent_colour,
    licenceDefault: row.licence_default,
    smallN: row.small_n,
    photoPolicy: row.photo_policy as PhotoPolicy,
    idPatterns: row.id_patterns,
    federationMode: row.federation_mode as District['federationMode'],
    authorizedFetch: row.authorized_fetch,
  };
}

export async function insertDistrict(db: Db, row: Insertable<Tables['district']>): Promise<void> {
  await db.insertInto('district').values(row).execute();
}

export async function updateDistrict(db: Db, change: Updateable<Tables['district']>): Promise<void> {
  await db.updateTable('district').set(change).execute();
}

/** The district's part of the rules of the student check; asked for many things at once, it is read once. */
export async function checkRules(db: Db): Promise<{ smallN: number; idPatterns: readonly string[] }> {
  return (await rulesAsked(db, 'rules')) ?? { smallN: 10, idPatterns: [] };
}

const rulesAsked = together<string, { smallN: number; idPatterns: readonly string[] }>(
  (name) => name,
  async (db, names) => {
    const district = await theDistrict(db);
    const rules = { smallN: district?.smallN ?? 10, idPatterns: district?.idPatterns ?? [] };
    return new Map(names.map((name) => [name, rules]));
  },
);
