import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { configure, type LogRecord, reset } from '@logtape/logtape';
import { sql } from 'kysely';
import { closeDoor, openDoor } from '../../server/actions/door.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { insertBlock } from '../../server/store/blocks.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('when something does not work', () => {
  let node: TestDistrict;
  let ruth: string;
  const logged: LogRecord[] = [];

  beforeAll(async () => {
    await configure({
      sinks: { kept: (record) => logged.push(record) },
      loggers: [
        { category: ['ajar', 'web'], sinks: ['kept'] },
        { category: ['logtape', 'meta'], lowestLevel: 'fatal' },
      ],
    });
    node = await openDistrict();
    ruth = await aTeacher(node.ctx, 'ruth');
  });
  afterAll(async () => {
    await node?.stop();
    await reset();
  });

  test('a mistake of ours is a page with a number, and the log knows the number but not the reader', async () => {
    const visitor = await signedIn(node.origin, 'ruth');
    await sql`alter table domain_rule rename to domain_rule_away`.execute(node.ctx.db);
    try {
      const answer = await visitor.get('/about/federation?about=somebody-private');
      expect(answer.status).toBe(500);
      expect(answer.text).toContain('Something went wrong here');
      const reference = /<code>([0-9a-f]{8})<\/code>/.exec(answer.text)?.[1];
      expect(logged).toHaveLength(1);
      const { properties } = logged[0] as LogRecord;
      expect(properties).toMatchObject({
        reference,
        status: 500,
        method: 'GET',
        route: '/about/federation',
        code: '42P01',
      });
      const all = JSON.stringify(properties);
      for (const secret of ['somebody-private', 'ruth', ruth, '127.0.0.1']) expect(all).not.toContain(secret);
      // the reader is still signed in, and so is the page
      expect(answer.text).toContain('/sign-out');
      expect(answer.text).not.toMatch(/domain_rule|relation/);
    } finally {
      await sql`alter table domain_rule_away rename to domain_rule`.execute(node.ctx.db);
    }
    expect((await visitor.get('/about/federation')).status).toBe(200);
  });

  test('what was taken back says by whom and when', async () => {
    const { id, url } = await publish(node.ctx, ruth, aStory());
    const path = new URL(url).pathname;
    const visitor = new Visitor(node.origin);
    expect((await visitor.get(path)).status).toBe(200);
    await takeBackWork(node.ctx, ruth, id, 'mistake');
    const gone = await visitor.get(path);
    expect(gone.status).toBe(410);
    expect(gone.text).toMatch(/Ruth took this back on \w+ \d+, 20\d\d|Ruth took this back on \d+ \w+ 20\d\d/);
    expect(gone.headers.get('cache-control')).toBe('private, no-store');
  });

  test('what cannot be done at all is not offered again, and there is a way back', async () => {
    const { id, url } = await publish(node.ctx, ruth, aStory({ title: 'Seconds of sand' }));
    const marcusId = await aTeacher(node.ctx, 'marcus');
    const marcus = await signedIn(node.origin, 'marcus');
    const send = () =>
      marcus.post(
        `/works/${id}/reply`,
        { text: 'How long is the sand?', lang: 'en' },
        { origin: node.origin, referer: url },
      );
    await closeDoor(node.ctx, ruth, 1);
    expect((await send()).text).toContain('Send it again');
    await openDoor(node.ctx, ruth);
    await insertBlock(node.ctx.db, ruth, marcusId, node.ctx.clock.now());
    const refused = await send();
    expect(refused.status).toBe(403);
    for (const words of ['How long is the sand?', 'Back to the page', `href="${new URL(url).pathname}"`])
      expect(refused.text).toContain(words);
    expect(refused.text).not.toContain('Send it again');
  });

  test('what is hidden looks like what never was', async () => {
    const { url } = await publish(node.ctx, ruth, aStory({ title: 'For colleagues', audience: 'district' }));
    const path = new URL(url).pathname;
    const visitor = new Visitor(node.origin);
    const [hidden, never] = [await visitor.get(path), await visitor.get('/@ruth/never-was')];
    expect(hidden.status).toBe(404);
    expect(hidden.text.replaceAll(path, '')).toBe(never.text.replaceAll('/@ruth/never-was', ''));
  });
});
