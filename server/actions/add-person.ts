import { z } from 'zod';
import { reachesSomebody } from '../check/name-line.ts';
import { HANDLE } from '../domain/handle.ts';
import { Refusal } from '../domain/refusal.ts';
import { cleanLine, cleanText, LIMITS } from '../domain/text-limits.ts';
import { LABELS, type Role, SUBJECTS } from '../domain/vocabulary.ts';
import { theDistrict } from '../store/districts.ts';
import { insertPerson, personByEmail } from '../store/people.ts';
import { inTransaction } from '../store/tx.ts';
import { paragraphs } from '../text/markdown.ts';
import type { Ctx } from './context.ts';
import { makeActor, newKeyPair } from './make-actor.ts';
import { hashPassword } from './password.ts';

const age = z
  .number('not-a-number')
  .int('not-a-number')
  .min(0, 'age-range')
  .max(99, 'age-range')
  .nullable()
  .default(null);

/** What somebody says of themselves. Messages are keys: `error.<field>.<message>` in the message files. */
export const profileFields = z.object({
  name: z
    .string()
    .transform((text) => cleanLine(text, LIMITS.name * 2))
    .pipe(z.string().min(1, 'missing').max(LIMITS.name, 'too-long'))
    .refine((name) => !reachesSomebody(name), 'not-a-name'),
  bio: z
    .string()
    .transform((text) => cleanText(text.trim().replaceAll('\r\n', '\n'), LIMITS.bio * 2))
    .pipe(z.string().max(LIMITS.bio, 'too-long'))
    .default(''),
  subjects: z.array(z.enum(SUBJECTS, 'unknown')).max(3, 'too-many').default([]),
  ageMin: age,
  ageMax: age,
});

/** Adds the rule that the younger age comes first. */
export function agesInOrder<S extends z.ZodType<{ ageMin: number | null; ageMax: number | null }>>(
  schema: S,
): S {
  return schema.refine(({ ageMin, ageMax }) => ageMin === null || ageMax === null || ageMin <= ageMax, {
    path: ['ages'],
    error: 'order',
  });
}

export const passwordInput = z
  .string()
  .min(LIMITS.passwordMin, 'too-short')
  .max(LIMITS.passwordMax, 'too-long');

/** What a new account needs. */
export const personInput = agesInOrder(
  z.object({
    ...profileFields.shape,
    handle: z.string().trim().toLowerCase().regex(HANDLE, 'not-a-handle'),
    email: z.string().trim().max(LIMITS.email, 'too-long').pipe(z.email('not-an-email')),
    password: passwordInput,
    label: z.enum(LABELS, 'unknown').default('teacher'),
  }),
);
export type PersonInput = z.infer<typeof personInput>;

/**
 * Makes an account with its actor and key.
 * @returns the actor id
 * @throws Refusal `unavailable not-set-up`, `conflict handle-taken`, `conflict email-taken`
 */
export async function addPerson(ctx: Ctx, input: PersonInput & { role?: Role }): Promise<string> {
  const [keys, passwordHash] = await Promise.all([newKeyPair(), hashPassword(input.password)]);
  return inTransaction(ctx.db, async (tx) => {
    const district = await theDistrict(tx);
    if (!district) throw new Refusal('unavailable', 'not-set-up');
    if (await personByEmail(tx, input.email)) throw new Refusal('conflict', 'email-taken');
    const actorId = await makeActor(
      ctx,
      tx,
      {
        kind: 'person',
        handle: input.handle,
        name: input.name,
        label: input.label,
        summaryHtml: paragraphs(input.bio),
      },
      keys,
    );
    await insertPerson(tx, {
      actor_id: actorId,
      email: input.email,
      personal_email: null,
      password_hash: passwordHash,
      role: input.role ?? 'member',
      label: input.label,
      bio: input.bio,
      school_id: null,
      subjects: input.subjects,
      age_min: input.ageMin,
      age_max: input.ageMax,
      languages: district.languages,
      reply_policy_default: district.federationMode === 'open' ? 'everyone' : 'approved',
      pronouns: null,
      last_audience: null,
      verified_at: ctx.clock.now(),
      created_at: ctx.clock.now(),
    });
    return actorId;
  });
}
