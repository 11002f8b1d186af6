import type { Ctx } from '../../../server/actions/context.ts';
import { makeActor, newKeyPair } from '../../../server/actions/make-actor.ts';
import { hashPassword } from '../../../server/actions/password.ts';
import { newId } from '../../../server/domain/ids.ts';
import { SUBJECTS } from '../../../server/domain/vocabulary.ts';
import { actorById, saveRemoteActor } from '../../../server/store/actors.ts';
import { insertPerson } from '../../../server/store/people.ts';
import { PASSWORD } from '../../support/password.ts';

/** Somebody here (host null) or elsewhere. */
export interface Somebody {
  id: string;
  handle: string;
  host: string | null;
}

const SERVERS = 40;

/** Accounts `teacher0`, `teacher1` …, all with one key and one password: making those takes longest. */
export async function manyTeachers(ctx: Ctx, names: readonly string[], count: number): Promise<Somebody[]> {
  const [keys, passwordHash] = await Promise.all([newKeyPair(), hashPassword(PASSWORD)]);
  return ctx.db.transaction().execute(async (tx) => {
    const teachers: Somebody[] = [];
    for (let n = 0; n < count; n++) {
      const handle = `teacher${n}`;
      const name = `${names[n % names.length]} ${n}`;
      const id = await makeActor(ctx, tx, { kind: 'person', handle, name, label: 'teacher' }, keys);
      await insertPerson(tx, {
        actor_id: id,
        email: `${handle}@school.example`,
        personal_email: null,
        password_hash: passwordHash,
        school_id: null,
        subjects: [SUBJECTS[n % SUBJECTS.length] as string],
        age_min: 10,
        age_max: 16,
        pronouns: null,
        last_audience: null,
        verified_at: ctx.clock.now(),
        reply_policy_default: 'everyone',
      });
      teachers.push({ id, handle, host: null });
    }
    return teachers;
  });
}

/** People on other servers, known here. @param model one of ours, whom they resemble */
export async function manyColleagues(ctx: Ctx, model: Somebody, count: number): Promise<Somebody[]> {
  const ours = await actorById(ctx.db, model.id);
  if (!ours) throw new Error('nobody is there to resemble');
  const colleagues: Somebody[] = [];
  for (let n = 0; n < count; n++) {
    const [id, handle, host] = [newId(), `colleague${n}`, `school${n % SERVERS}.example`];
    const uri = `https://${host}/ap/actors/${id}`;
    const there = { ...ours, uri, handle, host, name: `Colleague ${n}`, inbox: `${uri}/inbox`, url: uri };
    await saveRemoteActor(ctx.db, id, there, ctx.clock.now());
    colleagues.push({ id, handle, host });
  }
  return colleagues;
}
