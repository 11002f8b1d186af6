import { z } from 'zod';
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

/** What a new account needs. */
export const personInput = z.object({
  handle: z.string().trim().toLowerCase().regex(HANDLE, 'not-a-handle'),
  name: z.string().transform((text) => cleanLine(text, LIMITS.name * 2)).pipe(z.string().min(1, 'missing').max(LIMITS.name, 'too-long')),
  email: z.string().trim().max(LIMITS.email, 'too-long').pipe(z.email('not-an-email')),
  password: z.string().min(LIMITS.passwordMin, 'too-short').max(LIMITS.passwordMax, 'too-long'),
  label: z.enum(LABELS).default('teacher'),
  bio: z.string().transform((text) => cleanText(text.trim(), LIMITS.bio * 2)).pipe(z.string().max(LIMITS.bio, 'too-long')).default(''),
  subjects: z.array(z.enum(SUBJECTS)).max(3, 'too-many').default([]),
  ageMin: z.number().int().min(0).max(99).nullable().default(null),
  ageMax: z.number().int().min(0).max(99).nullable().default(null),
});
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
    const actorId = await makeActor(ctx, tx, { kind: 'person', handle: input.handle, name: input.name, label: input.label, summaryHtml: paragraphs(input.bio) }, keys);
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
      pronouns: null,
      last_audience: null,
      verified_at: ctx.clock.now(),
      created_at: ctx.clock.now(),
    });
    return actorId;
  });
}
