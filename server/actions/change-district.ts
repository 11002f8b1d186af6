import { z } from 'zod';
import { ACCENTS, FEDERATION_MODES } from '../domain/district.ts';
import { HOLIDAY_DAYS, type Holiday, MOST_HOLIDAYS } from '../domain/holiday.ts';
import { PHOTO_POLICIES } from '../domain/photo.ts';
import { dayIn } from '../domain/school-time.ts';
import { cleanLine, cleanText, LIMITS } from '../domain/text-limits.ts';
import { updateActor } from '../store/actors.ts';
import { insertAuditEntry } from '../store/audit.ts';
import { theDistrict, updateDistrict } from '../store/districts.ts';
import { emitEvent } from '../store/events.ts';
import { inTransaction } from '../store/tx.ts';
import { paragraphs } from '../text/markdown.ts';
import { type Ctx, markStale } from './context.ts';
import { districtWords } from './own-words.ts';
import { requireAdmin } from './require-admin.ts';
import { districtInput } from './set-up-district.ts';
import { type CheckAnswers, requireClear } from './student-check.ts';

const line = (max: number) =>
  z
    .string()
    .transform((text) => cleanLine(text, max * 2))
    .pipe(z.string().max(max, 'too-long'))
    .default('');

/** A day of the calendar that there is: `2026-12-21`. */
const day = z
  .string()
  .trim()
  .refine((text) => isDay(text), 'not-a-day');

const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && dayIn(new Date(time), 'UTC') === text;
};

const lasts = ({ from, to }: Holiday): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** What an administrator decides about the district. Messages are keys: `error.<field>.<message>`. */
export const districtSettings = z.object({
  districtName: districtInput.shape.districtName,
  about: z
    .string()
    .transform((text) => cleanText(text.replace(/\r\n?/g, '\n').trim(), LIMITS.about * 2))
    .pipe(z.string().max(LIMITS.about, 'too-long'))
    .default(''),
  country: line(60),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'not-a-language'))
    .min(1, 'missing')
    .max(20, 'too-many'),
  timezone: districtInput.shape.timezone,
  holidays: z
    .array(
      z
        .object({ from: day, to: day })
        .refine((holiday) => lasts(holiday) >= 1, 'order')
        .refine((holiday) => lasts(holiday) <= HOLIDAY_DAYS, 'too-long'),
    )
    .max(MOST_HOLIDAYS, 'too-many')
    .transform((holidays) => holidays.toSorted((one, other) => one.from.localeCompare(other.from)))
    .default([]),
  contactEmail: z
    .literal('')
    .or(z.string().trim().max(LIMITS.email, 'too-long').pipe(z.email('not-an-email')))
    .default(''),
  pressContact: line(200),
  accent: z.enum(ACCENTS, 'unknown').default('spruce'),
  federationMode: z.enum(FEDERATION_MODES, 'unknown').default('approved-replies'),
  authorizedFetch: z.boolean().default(false),
  photoPolicy: z.enum(PHOTO_POLICIES, 'unknown').default('no-students'),
  /** the smallest group whose numbers may be shown */
  smallN: z.coerce
    .number('not-a-number')
    .int('not-a-number')
    .min(5, 'too-small')
    .max(30, 'too-large')
    .default(10),
  /** `#` stands for a digit, `@` for a letter; at least four of them, so that a pattern does not meet every word */
  idPatterns: z
    .array(
      z
        .string()
        .max(40, 'too-long')
        .refine((pattern) => (pattern.match(/[#@]/g)?.length ?? 0) >= 4, 'too-short'),
    )
    .max(20, 'too-many')
    .default([]),
});

export type DistrictSettings = z.infer<typeof districtSettings>;

/**
 * Changes the district. Its followers elsewhere get the new name and text.
 * @param answers to the student check, which reads what the district says of itself
 * @throws Refusal `not-allowed admins-only`; StudentCheckRefusal
 */
export async function changeDistrict(
  ctx: Ctx,
  by: string,
  input: DistrictSettings,
  answers?: CheckAnswers,
): Promise<void> {
  await requireAdmin(ctx.db, by);
  await inTransaction(ctx.db, async (tx) => {
    const before = await theDistrict(tx);
    if (!before) return;
    await requireClear({ ...ctx, db: tx }, by, await districtWords(tx, { about: input.about }), answers);
    await updateDistrict(tx, {
      name: input.districtName,
      about: input.about,
      country: input.country,
      languages: input.languages,
      timezone: input.timezone,
      term_dates: JSON.stringify(input.holidays),
      contact_email: input.contactEmail,
      press_contact: input.pressContact,
      accent_colour: input.accent,
      federation_mode: input.federationMode,
      authorized_fetch: input.authorizedFetch,
      photo_policy: input.photoPolicy,
      small_n: input.smallN,
      id_patterns: input.idPatterns,
    });
    if (before.name !== input.districtName || before.about !== input.about) {
      const now = ctx.clock.now();
      const { actor, instanceActor } = before;
      await updateActor(
        tx,
        actor.id,
        { name: input.districtName, summaryHtml: paragraphs(input.about) },
        now,
      );
      await updateActor(tx, instanceActor.id, { name: input.districtName }, now);
      await emitEvent(tx, { kind: 'actor-changed', actorId: actor.id, at: now.toISOString() });
      await markStale(tx, `actor:${actor.id}`, `actor:${instanceActor.id}`);
    }
    await insertAuditEntry(tx, {
      actorId: by,
      action: 'district-changed',
      about: null,
      data: {
        authorizedFetch: input.authorizedFetch,
        federationMode: input.federationMode,
        photoPolicy: input.photoPolicy,
        smallN: input.smallN,
      },
    });
    await markStale(tx, 'district');
  });
}
