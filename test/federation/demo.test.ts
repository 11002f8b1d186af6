import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readDemo } from '../../server/demo/data.ts';
import { Elsewhere } from '../../server/demo/elsewhere.ts';
import { seedScene } from '../../server/demo/scene.ts';
import { DEMO_PASSWORD, seedDistrict, seedFollows } from '../../server/demo/seed.ts';
import { type LineageNode, wholeLineage } from '../../server/reads/lineage.ts';
import { sayIn } from '../../web/kit/messages.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/free-port.ts';
import { openUnnamed, type UnnamedNode } from '../support/unnamed-node.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

/** What `npm run demo` shows: three districts and a server of another kind, seeded over HTTP. */
/** A district reads the threads of another one by one, a request every three seconds after the first ten. */
const READ_SECONDS = 60;

describe('the demo', () => {
  const data = readDemo();
  const nodes = new Map<string, UnnamedNode>();
  let elsewhere: Elsewhere;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ajar-demo-'));
    for (const district of data.districts) {
      const node = await openUnnamed({ role: 'all', demo: true });
      nodes.set(district.key, node);
      await seedDistrict(node.ctx, district, data);
    }
    elsewhere = await openElsewhere(await freePort());
    const all = [...nodes].map(([key, { ctx }]) => ({ key, ctx }));
    await seedFollows(all, data, elsewhere);
    await seedScene(all, data, elsewhere);
  }, 240_000);
  afterAll(async () => {
    await Promise.all([...nodes.values()].map((node) => node.stop()));
    await elsewhere?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const openElsewhere = (port: number) =>
    Elsewhere.open(data.elsewhere.people, {
      host: '127.0.0.1',
      port,
      file: join(folder, 'elsewhere.json'),
    });
  const at = (key: string) => nodes.get(key) as UnnamedNode;
  const homeOf = (handle: string) => data.people.find((one) => one.handle === handle)?.district ?? '';
  const as = (handle: string) => {
    const email = data.people.find((one) => one.handle === handle)?.email ?? '';
    return signedIn(at(homeOf(handle)).origin, email, DEMO_PASSWORD);
  };
  const pageOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text;
  const anybody = (key: string) => new Visitor(at(key).origin);
  const workOf = (slug: string) => {
    const story = data.stories.find((one) => one.slug === slug);
    return at(story?.district ?? '')
      .ctx.db.selectFrom('work')
      .select(['uri', 'url'])
      .where('title', '=', story?.story.title ?? '')
      .executeTakeFirstOrThrow();
  };
  /** the stops of the way of an idea, sorted: what each is, or `null` where nothing is said any more */
  const stopsAt = async ({ ctx }: UnnamedNode, uri: string) => {
    const below = (node: LineageNode): string[] => [
      node.told === null ? 'null' : `${node.told.kind} of ${node.told.author.handle}`,
      ...node.children.flatMap(below),
    ];
    const whole = await wholeLineage(ctx.db, { kind: 'anonymous' }, uri);
    return whole ? below(whole.origin).sort() : [];
  };
  const everywhere = async (uri: string, stops: readonly string[]) => {
    const expected = [...stops].sort().join(', ');
    for (const [key, node] of nodes)
      await eventually(
        `${expected} at ${key}`,
        async () => {
          const seen = (await stopsAt(node, uri)).join(', ');
          if (seen !== expected) throw new Error(seen);
          return true;
        },
        READ_SECONDS,
      );
  };

  test('every story is there for those whom it is for, but the one that was taken back', async () => {
    for (const { slug, district, story, takenBack } of data.stories) {
      const { url } = await workOf(slug);
      const { status } = await anybody(district).get(new URL(url ?? '').pathname);
      expect([slug, status]).toEqual([slug, takenBack ? 410 : story.audience === 'everyone' ? 200 : 404]);
    }
  });

  test('what a colleague on another server answered counts as a try in each district', async () => {
    await everywhere((await workOf('seven-silent-seconds')).uri, [
      'work of ruth',
      'reply of sam',
      'try of marja',
      'try of zhao',
      'try of alma',
      'try of jordan',
      'try of ilkka',
    ]);
    const page = await pageOf(anybody('pine-hollow'), '/@ruth/seven-silent-seconds');
    expect(page).toContain('Demo: all people and places here are invented.');
    expect(page).toContain('Worked until the fire drill');
    expect(page).not.toContain('@ruth Tried it Friday');
  }, 90_000);

  test('the round trip: a try was made a story, and came home as a try of it', async () => {
    await everywhere((await workOf('the-wrong-answer-of-the-day')).uri, [
      'work of marcus',
      'try of chen',
      'work of chen',
      'try of marcus',
    ]);
  });

  test('a story that was taken back keeps its place and none of its words', async () => {
    const story = data.stories.find((one) => one.takenBack);
    const attempt = data.tries.find((one) => one.of === story?.slug);
    const { db } = at(homeOf(attempt?.author ?? '')).ctx;
    const { uri, url } = await db
      .selectFrom('adaptation')
      .select(['uri', 'url'])
      .where('happened', '=', attempt?.input.happened ?? '')
      .executeTakeFirstOrThrow();
    await everywhere(uri, ['null', 'try of zhao', 'try of marja']);
    const page = await pageOf(anybody('hongmei'), new URL(url ?? '').pathname);
    expect(page).toContain('the original was taken back');
    for (const node of nodes.values()) {
      const works = await node.ctx.db.selectFrom('work').selectAll().where('host', 'is not', null).execute();
      expect(JSON.stringify(works)).not.toContain(story?.story.sections[1]?.markdown.slice(0, 40));
    }
  });

  test('what strangers said waits for the authors alone', async () => {
    for (const { to, text } of data.elsewhere.posts.filter(({ decision }) => decision === 'wait')) {
      const author = data.stories.find((one) => one.slug === to)?.author ?? '';
      const path = `/@${author}/${to}`;
      const said = text.slice(0, 30);
      expect(await pageOf(await as(author), path)).toContain(said);
      expect(await pageOf(anybody('pine-hollow'), path)).not.toContain(said);
      expect(await pageOf(await as('priya'), path)).not.toContain(said);
    }
  });

  test('thank-yous reach those who are thanked, and say what for', async () => {
    const authorOf = (of: string) =>
      [
        ...data.stories.map(({ slug, author }) => ({ name: slug, author })),
        ...data.tries.map(({ id, author }) => ({ name: id, author })),
      ].find(({ name }) => name === of)?.author ?? '';
    for (const { of, text, what } of data.thanks) {
      const page = await pageOf(await as(authorOf(of)), '/thanks/received');
      expect(page).toContain(text.slice(0, 40));
      expect(page).toContain(sayIn('en')(`thanks.what.${what}`));
    }
  });

  test('plans stand on their own people’s home pages, one of them due', async () => {
    for (const { author, inDays, word } of data.plans) {
      const page = await pageOf(await as(author), '/tries');
      expect(page).toContain(word.slice(0, 25));
      expect([author, page.includes('You planned it for')]).toEqual([author, inDays <= 0]);
    }
  });

  test('questions are answered from other districts', async () => {
    for (const { author, input } of data.questions) {
      const page = await pageOf(anybody(homeOf(author)), '/questions');
      expect(page).toContain(input.question.slice(0, 30));
    }
    for (const { to, text } of data.replies.filter((reply) => /^Q/.test(reply.to))) {
      const question = data.questions.find(({ id }) => id === to);
      const home = at(homeOf(question?.author ?? ''));
      const answers = await home.ctx.db.selectFrom('reply').select(['markdown', 'html', 'state']).execute();
      expect(
        answers.filter(({ state, html }) => state === 'shown' && html.includes(text.slice(0, 20))),
      ).toHaveLength(1);
    }
  });

  test('the server of another kind is the same after a restart, with a page for every person and post', async () => {
    const [person, post] = ['/users/sam', '/users/sam/statuses/1'];
    const read = (path: string) =>
      eventually(path, async () => (await fetch(elsewhere.origin + path)).text());
    const before = await Promise.all([read(person), read(post)]);
    const port = Number(new URL(elsewhere.origin).port);
    await elsewhere.close();
    elsewhere = await openElsewhere(port);
    expect(await Promise.all([read(person), read(post)])).toEqual(before);
    for (const path of ['/', '/@sam', '/@sam/1']) expect(await read(path)).toContain('fire drill');
    expect((await fetch(`${elsewhere.origin}/@nobody`)).status).toBe(404);
  });
});
