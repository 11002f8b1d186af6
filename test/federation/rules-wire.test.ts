import { createPublicKey, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { profileInput } from '../../server/actions/change-profile.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { sweep } from '../../server/actions/sweep.ts';
import { takeBackTry } from '../../server/actions/take-back-try.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { HANDLE } from '../../server/domain/handle.ts';
import { newId } from '../../server/domain/ids.ts';
import { signedHeaders } from '../support/cavage.ts';
import { aStory, aTeacher, publish } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { openPeer } from '../support/peer.ts';
import { type Json, PUBLIC } from '../support/peer-actor.ts';

describe('smaller rules of the wire', () => {
  let known: KnownSender;
  let ours: string;

  beforeAll(async () => {
    known = await openKnownSender();
    ours = `${known.pine.origin}/ap/actors/${known.ruth}`;
    expect(await known.done(known.activity('Follow', ours))).toBe('followed');
  });

  afterAll(() => known?.stop());

  const json = async (address: string) => (await (await known.peer.get(address)).json()) as Json;
  const came = (type: string, fits: (activity: Json) => boolean) =>
    eventually(`${type} at the peer`, async () => known.peer.of(type).find(fits));

  test('new handles are short, plain and given once, whoever has them', async () => {
    const { ctx } = known.pine;
    for (const bad of ['Ruth', 'r.uth', 'rúth', 'ru-th', 'аlice', 'x'.repeat(31), ''])
      expect([bad, HANDLE.test(bad)]).toEqual([bad, false]);
    for (const taken of ['ruth', 'pinehollow', 'admin'])
      await expect(aTeacher(ctx, taken, { email: `${taken}2@school.example` })).rejects.toThrow();
    expect(await aTeacher(ctx, 'ruth_2')).toBeTruthy();
  });

  test('a profile is small', async () => {
    expect(profileInput.safeParse({ name: 'x'.repeat(60), bio: 'y'.repeat(300) }).success).toBe(true);
    expect(profileInput.safeParse({ name: 'x'.repeat(61) }).success).toBe(false);
    expect(profileInput.safeParse({ name: 'x', bio: 'y'.repeat(2_001) }).success).toBe(false);
    const { db } = known.pine.ctx;
    const talker = await aTeacher(known.pine.ctx, 'talker');
    const fields = Array.from({ length: 20 }, (_, n) => ({ name: `Line ${n}`, valueHtml: 'x' }));
    await db
      .updateTable('actor')
      .set({ fields: JSON.stringify(fields) })
      .where('id', '=', talker)
      .execute();
    expect((await json(`${known.pine.origin}/ap/actors/${talker}`)).attachment).toHaveLength(8);
  });

  test('who is found may be featured; who is not to be indexed says so in pages', async () => {
    expect(await json(ours)).toMatchObject({
      interactionPolicy: { canFeature: { automaticApproval: [PUBLIC] } },
    });
    const { ctx } = known.pine;
    const shy = await aTeacher(ctx, 'shy');
    await ctx.db.updateTable('actor').set({ indexable: false }).where('id', '=', shy).execute();
    const robots = async (address: string) =>
      /<meta name="robots" content="([^"]*)"/.exec(await (await fetch(address)).text())?.[1];
    const [theirs, open] = [await publish(ctx, shy), await publish(ctx, known.ruth)];
    expect([await robots(theirs.url), await robots(open.url)]).toEqual(['noindex', undefined]);
  });

  test('featured changes are sent as Add and Remove', async () => {
    const { ctx } = known.pine;
    const writer = await aTeacher(ctx, 'writer');
    const uri = `${known.pine.origin}/ap/actors/${writer}`;
    await known.done(known.activity('Follow', uri));
    const works: string[] = [];
    for (let n = 0; n < 11; n += 1)
      works.push((await publish(ctx, writer, aStory({ title: `Work ${n}` }))).uri);
    expect(await came('Add', (one) => one.object === works[10])).toMatchObject({
      actor: uri,
      target: `${uri}/featured`,
    });
    const removed = await came('Remove', (one) => one.target === `${uri}/featured`);
    expect(works).toContain(removed.object);
    expect((await json(`${uri}/featured`)).orderedItems).not.toContain(removed.object);
  });

  test('what is featured is what followers were told, when something is tried or taken back', async () => {
    const { ctx } = known.pine;
    const writer = await aTeacher(ctx, 'keeper');
    const uri = `${known.pine.origin}/ap/actors/${writer}`;
    await known.done(known.activity('Follow', uri));
    const told = () => {
      const pinned = new Set<string>();
      for (const { activity } of known.peer.seen) {
        if (activity.target === `${uri}/featured`)
          pinned[activity.type === 'Add' ? 'add' : 'delete'](activity.object);
        if (activity.type === 'Delete') pinned.delete(activity.object.id);
      }
      return pinned;
    };
    const agrees = (what: string, ...first: string[]) =>
      eventually(what, async () => {
        const featured: string[] = (await json(`${uri}/featured`)).orderedItems;
        const isTold = told().size === featured.length && featured.every((one) => told().has(one));
        return isTold && first.every((one, place) => featured[place] === one) && featured;
      });
    const works: { id: string; uri: string }[] = [];
    for (let n = 0; n < 12; n += 1) works.push(await publish(ctx, writer, aStory({ title: `Kept ${n}` })));
    const [oldest, newest] = [works[0], works[11]];
    expect(await agrees('the newest', `${newest?.uri}`)).toHaveLength(10);
    const happened = tryInput.parse({ happened: 'Well.', verdict: 'worked' });
    const attempt = await reportTry(ctx, known.ruth, `${oldest?.uri}`, happened);
    await agrees('the tried one', `${oldest?.uri}`);
    await takeBackWork(ctx, writer, `${newest?.id}`, 'mistake');
    expect(await agrees('without it', `${oldest?.uri}`, `${works[10]?.uri}`)).toContain(works[2]?.uri);
    await takeBackTry(ctx, known.ruth, attempt.id);
    expect(await agrees('tried no longer', `${works[10]?.uri}`)).not.toContain(oldest?.uri);
  });

  test('everybody who is addressed is mentioned, in the markup that others know', async () => {
    const note = known.aNote({ inReplyTo: known.story.uri });
    expect(await known.done(known.creates(note))).toBe('stored');
    const { uri } = await writeReply(known.pine.ctx, known.ruth, note.id, { text: 'Yes.', lang: 'en' });
    const { object } = await came('Create', (one) => one.object.id === uri);
    const mentioned = object.tag.map((tag: Json) => tag.href);
    expect(object.cc.filter((one: string) => !one.endsWith('/followers'))).toEqual(mentioned);
    expect(mentioned).toEqual([known.bob.uri]);
    const page = known.bob.document.url;
    expect(object.content).toContain(
      `<span class="h-card"><a href="${page}" class="u-url mention">@<span>bob</span></a></span>`,
    );
    const line = (await json(ours)).attachment.find((one: Json) => one.name === 'Teaches');
    expect(line.value).toMatch(
      /^<a href="[^"]+" class="mention hashtag" rel="tag">#<span>Sciences<\/span><\/a>$/,
    );
  });

  test('a hundred and more replies stand on the first page, and a thread says what it is', async () => {
    const { ctx } = known.pine;
    const { uri } = await publish(ctx, known.ruth, aStory({ title: 'A story with many answers' }));
    const author = await ctx.lookup.actor(known.bob.uri);
    const rows = Array.from({ length: 120 }, (_, n) => ({
      id: newId(Date.now()),
      uri: `${known.bob.uri}/many/${n}`,
      url: null,
      host: author.host,
      author_id: author.id,
      in_reply_to: uri,
      root_uri: uri,
      markdown: null,
      html: 'x',
      lang: 'en',
      state: 'shown' as const,
      published_at: new Date(),
      updated_at: null,
      fetched_at: new Date(),
      raw: null,
    }));
    await ctx.db.insertInto('reply').values(rows).execute();
    const { first, totalItems } = await json(`${uri}/replies`);
    expect([first.items.length, totalItems]).toEqual([120, 120]);
    expect((await json(`${uri}/context`)).orderedItems).toHaveLength(121);
  });

  test('what we send has no signature inside, and one plain type', async () => {
    const { uri } = await publish(known.pine.ctx, known.ruth, aStory({ title: 'Plain' }));
    await came('Create', (one) => one.object.id === uri);
    for (const { activity, headers } of known.peer.seen) {
      expect(headers['content-type']).toBe('application/activity+json');
      for (const thing of [activity, activity.object])
        for (const name of ['signature', 'proof']) expect(thing).not.toHaveProperty(name);
    }
  });

  test('an answer does not wait for what an activity needs', async () => {
    // somebody else's, since what she sends later waits behind it
    const lina = known.peer.actor('lina');
    const later = known.aNote({}, lina);
    known.peer.serve(later.id, { status: 503, body: '' });
    const create = known.creates(later.id, lina);
    expect(await known.status(create, lina)).toBe(202);
    expect((await known.rows(create.id))[0]?.state).toBe('waiting');
  });

  test('ids of activities are kept for a month', async () => {
    const like = known.activity('Like', known.story.uri);
    expect(await known.done(like)).toBe('appreciated');
    const { ctx } = known.pine;
    const age = async (days: number) => {
      const finished_at = new Date(Date.now() - days * 86_400_000);
      await ctx.db.updateTable('inbox_activity').set({ finished_at }).where('uri', '=', like.id).execute();
      await sweep(ctx);
      return (await known.rows(like.id)).length;
    };
    expect([await age(29), await age(31)]).toEqual([1, 0]);
  });

  test('a target that was signed without its query is believed', async () => {
    const body = JSON.stringify(known.activity('Like', known.story.uri));
    const headers = signedHeaders('POST', new URL(known.inbox), body, known.bob.key);
    expect((await fetch(`${known.inbox}?from=bob`, { method: 'POST', headers, body })).status).toBe(202);
  });

  test('Public is read in every spelling, also where it is quiet', async () => {
    for (const name of [PUBLIC, 'as:Public', 'Public'])
      for (const addressed of [
        { to: [name], cc: [] },
        { to: [known.bob.followers], cc: [name] },
        { to: name, cc: known.bob.followers },
      ]) {
        const note = known.aNote(addressed);
        expect([addressed, await known.done(known.creates(note))]).toEqual([addressed, 'stored']);
      }
  });

  test('an Update of what never came is taken like something new', async () => {
    const note = known.aNote({ inReplyTo: known.story.uri, updated: '2026-11-21T12:00:00Z' });
    expect(await known.done(known.activity('Update', note))).toBe('stored');
    expect(await known.holds(note.id)).toBe(1);
  });

  test('what is not shown to us is not there; what is away may come back', async () => {
    for (const [status, kind] of [
      [401, 'not-found'],
      [403, 'not-found'],
      [404, 'not-found'],
      [410, 'not-found'],
      [503, 'unreachable'],
    ] as const) {
      const { id } = known.aNote();
      known.peer.serve(id, { status, body: '' });
      await expect(known.pine.ctx.lookup.object(id)).rejects.toMatchObject({ kind });
    }
  });

  test('two followers on one server get one request; a refusal is not tried again', async () => {
    const { peer, pine, ruth } = known;
    const zoe = peer.actor('zoe');
    expect(await known.done(known.activity('Follow', ours, zoe), zoe)).toBe('followed');
    const tell = async (title: string, status: number) => {
      peer.answer = ({ body }) => (body.toString().includes(title) ? status : null);
      return (await publish(pine.ctx, ruth, aStory({ title }))).uri;
    };
    const states = async (uri: string) =>
      pine.ctx.db
        .selectFrom('delivery')
        .innerJoin('outgoing_activity', 'outgoing_activity.id', 'delivery.activity_id')
        .select(['delivery.state', 'delivery.inbox'])
        .where('outgoing_activity.uri', '=', `${uri}/activities/create`)
        .execute();
    const settled = (uri: string, state: string) =>
      eventually(`a delivery that is ${state}`, async () => {
        const rows = await states(uri);
        return rows.some((row) => row.state === state) && rows;
      });
    const inbox = `${peer.origin}/inbox`;
    expect(await settled(await tell('Taken', 202), 'delivered')).toEqual([{ state: 'delivered', inbox }]);
    expect(await settled(await tell('Unwanted', 404), 'refused')).toEqual([{ state: 'refused', inbox }]);
    peer.answer = null;
  });

  test('the second knock has a signature that holds, over method, target and digest', async () => {
    const modern = await openPeer();
    const nils = modern.actor('nils');
    let knock: IncomingHttpHeaders | undefined;
    modern.answer = ({ headers }) => {
      if (!headers['signature-input']) return 401;
      knock = headers;
      return 202;
    };
    const { ctx } = known.pine;
    await followActor(ctx, known.ruth, await ctx.lookup.actor(nils.uri));
    const headers = await eventually('the second knock', async () => knock);
    const [, params = ''] = String(headers['signature-input']).split(/=(.*)/s);
    const [, bytes = ''] = /:([^:]+):/.exec(String(headers.signature)) ?? [];
    const { publicKey } = await json(ours);
    expect(params).toContain(`keyid="${publicKey.id}"`);
    expect(params).toMatch(/;created=\d+/);
    const covered = [...(/\(([^)]*)\)/.exec(params)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(
      (one) => one[1] ?? '',
    );
    expect(covered).toEqual(expect.arrayContaining(['@method', '@target-uri', 'content-digest']));
    const values: Record<string, unknown> = {
      ...headers,
      '@method': 'POST',
      '@target-uri': nils.inbox,
      '@authority': modern.host,
    };
    const text = [...covered.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${params}`];
    const key = createPublicKey(publicKey.publicKeyPem);
    expect(verify('sha256', Buffer.from(text.join('\n')), key, Buffer.from(bytes, 'base64'))).toBe(true);
    await modern.close();
  });
});
