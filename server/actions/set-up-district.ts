import { z } from 'zod';
import { HANDLE } from '../domain/handle.ts';
import { Refusal } from '../domain/refusal.ts';
import { cleanLine, LIMITS } from '../domain/text-limits.ts';
import { localActorByHandle, renameActor } from '../store/actors.ts';
import type { Tx } from '../store/db.ts';
import { anythingLeft } from '../store/deliveries.ts';
import { type District, insertDistrict, theDistrict, updateDistrict } from '../store/districts.ts';
import { useInvitation } from '../store/invitations.ts';
import { inTransaction } from '../store/tx.ts';
import { addPerson, agesInOrder, personInput } from './add-person.ts';
import { type Ctx, markStale } from './context.ts';
import { makeActor, newKeyPair } from './make-actor.ts';

/** What the first page asks: the district and, from the web, its first administrator. */
export const districtInput = z.object({
  districtName: z
    .string()
    .transform((text) => cleanLine(text, LIMITS.districtName))
    .pipe(z.string().min(1, 'missing').max(LIMITS.districtName, 'too-long')),
  shortName: z.string().trim().toLowerCase().regex(HANDLE, 'not-a-handle'),
  country: z
    .string()
    .transform((text) => cleanLine(text, 60))
    .default(''),
  timezone: z
    .string()
    .max(60)
    .refine((zone) => isTimezone(zone), 'unknown')
    .default('UTC'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'not-a-language')
    .default('en'),
});
export type DistrictInput = z.infer<typeof districtInput>;

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * Names the district and makes its two actors (Organization for the district, Application for the instance).
 * @throws Refusal `conflict already-set-up`
 */
export async function setUpDistrict(ctx: Ctx, input: DistrictInput): Promise<void> {
  const [districtKeys, instanceKeys] = await Promise.all([newKeyPair(), newKeyPair()]);
  await inTransaction(ctx.db, async (tx) => {
    const existing = await theDistrict(tx);
    if (existing) return rename(ctx, tx, existing, input);
    const actorId = await makeActor(
      ctx,
      tx,
      { kind: 'organization', handle: input.shortName, name: input.districtName },
      districtKeys,
      true,
    );
    const instanceActorId = await makeActor(
      ctx,
      tx,
      { kind: 'application', handle: ctx.host, name: input.districtName, discoverable: false },
      instanceKeys,
      true,
    );
    await insertDistrict(tx, {
      actor_id: actorId,
      instance_actor_id: instanceActorId,
      name: input.districtName,
      short_name: input.shortName,
      country: input.country,
      timezone: input.timezone,
      languages: [input.language],
    });
    await markStale(tx, 'district');
  });
}

/** The handle of a district that the shell made in passing, until it gets its real name. */
export const PROVISIONAL_NAME = 'our_district';

/** Gives a provisional district its real name. @throws Refusal `conflict already-set-up` once it has one or anything has left the node */
async function rename(ctx: Ctx, tx: Tx, district: District, input: DistrictInput): Promise<void> {
  if (district.shortName !== PROVISIONAL_NAME || (await anythingLeft(tx)))
    throw new Refusal('conflict', 'already-set-up');
  if (await localActorByHandle(tx, input.shortName))
    throw new Refusal('conflict', 'handle-taken', { handle: input.shortName });
  const now = ctx.clock.now();
  await renameActor(tx, district.actor.id, { handle: input.shortName, name: input.districtName }, now);
  await renameActor(
    tx,
    district.instanceActor.id,
    { handle: district.instanceActor.handle, name: input.districtName },
    now,
  );
  await updateDistrict(tx, {
    name: input.districtName,
    short_name: input.shortName,
    country: input.country,
    timezone: input.timezone,
    languages: [input.language],
  });
  await markStale(tx, 'district', `actor:${district.actor.id}`, `actor:${district.instanceActor.id}`);
}

export const firstAdministratorInput = agesInOrder(
  z.object({ ...districtInput.shape, ...personInput.shape }),
);
export type FirstAdministratorInput = z.infer<typeof firstAdministratorInput>;

/**
 * The setup page: uses the one-time link up, names the district (if the shell has not done so) and makes the
 * first administrator, all or nothing.
 * @returns the administrator's actor id
 * @throws Refusal `not-found link-ended`, `conflict handle-taken`, `conflict email-taken`
 */
export async function setUpFromLink(
  ctx: Ctx,
  token: string,
  input: FirstAdministratorInput,
): Promise<string> {
  return inTransaction(ctx.db, async (tx) => {
    const inner = { ...ctx, db: tx };
    if (!(await useInvitation(tx, token, 'setup', ctx.clock.now(), null)))
      throw new Refusal('not-found', 'link-ended');
    if (!(await theDistrict(tx))) await setUpDistrict(inner, input);
    return addPerson(inner, { ...input, role: 'admin' });
  });
}
