import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

describe('what cannot be made into messages', () => {
  let node: TestDistrict;
  let priya: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    priya = await signedIn(node.origin, 'priya');
  });
  afterAll(() => node?.stop());

  const events = () =>
    node.ctx.db
      .selectFrom('outgoing_event')
      .select(['kind', 'attempts', 'failed_at', 'done_at', 'last_error'])
      .where('kind', 'in', ['work-published', 'work-taken-back'])
      .where('attempts', '>', 0)
      .orderBy('id')
      .execute();
  const sent = async () =>
    (await node.ctx.db.selectFrom('outgoing_activity').select(['type', 'object_uri']).execute()).map(
      (one) => `${one.type} ${one.object_uri}`,
    );
  const health = async () => (await priya.get('/admin/health')).text;
  /** Time passes until both have been tried so often, or one was given up. */
  const tried = (times: number) =>
    eventually(`${times} attempts`, async () => {
      await sql`update outgoing_event set due_at = now() where done_at is null`.execute(node.ctx.db);
      await sql`select pg_notify('ajar_work', 'events')`.execute(node.ctx.db);
      const found = await events();
      const enough = found.every((one) => one.attempts >= times || one.failed_at !== null);
      return found.length === 2 && enough && found;
    });

  test('is shown to administrators and can be tried again; what takes something away is never given up', async () => {
    const ruth = await aTeacher(node.ctx, 'ruth');
    const former = await publish(node.ctx, ruth);
    await eventually('it is out', async () => (await sent()).includes(`Create ${former.uri}`));
    await sql`create function break() returns trigger language plpgsql as $$ begin raise 'a fault of the program'; end $$`.execute(
      node.ctx.db,
    );
    await sql`create trigger break before insert on outgoing_activity execute function break()`.execute(
      node.ctx.db,
    );
    const story = await publish(node.ctx, ruth);
    await takeBackWork(node.ctx, ruth, former.id, 'mistake');
    const [published, takenBack] = await tried(12);
    expect(published).toMatchObject({ kind: 'work-published', attempts: 10, done_at: null });
    expect(published?.failed_at).not.toBeNull();
    expect(takenBack).toMatchObject({ kind: 'work-taken-back', failed_at: null, done_at: null });

    const text = await health();
    expect(text).not.toContain('All quiet.');
    expect(text).toMatch(/A story, question, try or reply[^<]*It was given up\./);
    expect(text).toMatch(/Something that was taken back[^<]*It is tried again every hour\./);
    expect(text).toContain('a fault of the program');

    await sql`drop trigger break on outgoing_activity`.execute(node.ctx.db);
    const again = await priya.post('/admin/health/events-again');
    expect([again.status, again.location]).toEqual([303, '/admin/health']);
    expect(await health()).toContain('All of it is tried again now.');
    await eventually('both are sent', async () => {
      const all = await sent();
      return all.includes(`Create ${story.uri}`) && all.includes(`Delete ${former.uri}`);
    });
    expect(await health()).toContain('All quiet.');
  });

  test('is nobody’s business but administrators’', async () => {
    await aTeacher(node.ctx, 'tom');
    const tom = await signedIn(node.origin, 'tom');
    expect((await tom.post('/admin/health/events-again')).status).toBe(404);
  });
});
