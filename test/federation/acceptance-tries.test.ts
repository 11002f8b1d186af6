import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { followActor } from '../../server/actions/follow-actor.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { sendLetters } from '../../server/actions/send-letters.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { openPost, type Post } from '../../server/mail/post.ts';
import { noticesOf } from '../../server/reads/notices.ts';
import { adaptationByUri } from '../../server/store/adaptations.ts';
import { followBetween } from '../../server/store/follows.ts';
import { workByUri } from '../../server/store/works.ts';
import { sayIn } from '../../web/kit/messages.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

/** A Saturday, and the Monday morning after it, by the districts' clocks. */
const SATURDAY = new Date('2026-11-28T10:00:00Z');
const MONDAY = new Date('2026-11-30T09:00:00Z');

/** A = Pine Hollow, B = Koivuranta, M = a server that does what Mastodon does. Sam on M and Marja on B follow Ruth. */
describe('scenario 2: the loop closes, and knows its lineage', () => {
  let a: TestDistrict;
  let b: TestDistrict;
  let m: Mastodon;
  let smtp: SMTPServer;
  let post: Post;
  let [ruth, jordan, marja]: string[] = [];
  const letters: string[] = [];

  beforeAll(async () => {
    [a, b, m] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
      openMastodon(),
    ]);
    [ruth, jordan, marja] = await Promise.all([
      aTeacher(a.ctx, 'ruth'),
      aTeacher(a.ctx, 'jordan'),
      aTeacher(b.ctx, 'marja'),
    ]);
    const sam = m.actor('sam');
    const there = await m.search(`ruth@${a.ctx.host}`);
    await m.follow(sam, there);
    const found = await b.ctx.lookup.actor(`@ruth@${a.ctx.host}`);
    await followActor(b.ctx, marja as string, found);
    await eventually(
      'both follow',
      async () =>
        m.following.get(sam.uri)?.has(there.uri) &&
        (await followBetween(b.ctx.db, marja as string, found.id))?.state === 'accepted',
    );
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo(address, _session, done) {
        letters.push(address.address);
        done();
      },
      onData(stream, _session, done) {
        stream.resume().on('end', () => done());
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
    post = openPost(`smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    post?.close();
    await Promise.all([a?.stop(), b?.stop(), m?.close()]);
    await new Promise<void>((resolve) => smtp?.close(() => resolve()));
  });

  const send = (now: Date) => sendLetters({ ...a.ctx, clock: { now: () => now } }, post, sayIn('en'));

  test('a try from another district, and a try of that, stand in one tree on both nodes', async () => {
    const { uri, url } = await publish(a.ctx, ruth as string, aStory({ title: 'Seven silent seconds' }));
    await eventually('the story at B', () => workByUri(b.ctx.db, uri));
    await eventually('the post at M', async () => m.statuses.get(uri));

    const first = await reportTry(
      b.ctx,
      marja as string,
      uri,
      tryInput.parse({
        changed: 'Parit kirjoittavat yhdessä.',
        happened: 'Ensin hiljaisuus, sitten kaikki puhuivat.',
        verdict: 'worked',
        lang: 'fi',
        gistOther: [{ lang: 'en', text: 'Pairs write together; first silence, then everybody.' }],
      }),
    );
    const atA = await eventually('Marja’s try at A', () => adaptationByUri(a.ctx.db, first.uri));
    expect([atA.state, atA.lang, atA.gistOther[0]?.lang]).toEqual(['published', 'fi', 'en']);
    const second = await reportTry(
      a.ctx,
      jordan as string,
      first.uri,
      tryInput.parse({ changed: 'Alone.', happened: 'Nobody spoke.', verdict: 'not-yet' }),
    );
    await eventually('Jordan’s try at B', () => adaptationByUri(b.ctx.db, second.uri));

    // the same tree of depth 2 on both pages
    const story = await workByUri(b.ctx.db, uri);
    const pages = [url, `${b.origin}/r/${story?.id}`] as const;
    const reader = await signedIn(b.origin, 'marja');
    const read = [
      async () => (await new Visitor(a.origin).get(new URL(pages[0]).pathname)).text,
      async () => (await reader.get(new URL(pages[1]).pathname)).text,
    ];
    for (const page of read) {
      const text = await eventually('both cards', async () => {
        const html = await page();
        return html.match(/class="try-card"/g)?.length === 2 && html;
      });
      const doors = [...text.matchAll(/<li class="lineage-door depth-(\d)/g)].map(([, depth]) => depth);
      expect(doors).toEqual(['1', '2']);
      expect(text).toContain('Pairs write together; first silence, then everybody.');
      expect(text).toContain('Jordan, after Marja');
    }

    // Ruth hears of it once in the app, and by one letter when school begins again
    const told = (await noticesOf(a.ctx.db, ruth as string, 20)).filter(({ kind }) => kind === 'tried');
    expect(told.map(({ about, from }) => [about?.title, from.handle])).toEqual([
      ['Seven silent seconds', 'marja'],
    ]);
    expect(await send(SATURDAY)).toBe(0);
    expect(await send(MONDAY)).toBe(1);
    expect(await send(MONDAY)).toBe(0);
    expect(letters).toEqual(['ruth@school.example']);

    // whoever opens the thread at M reads the try in full
    await m.openThread(uri);
    const reply = m.statuses.get(first.uri);
    expect(reply?.inReplyTo).toBe(uri);
    expect(reply?.lines.join(' ')).toContain('Ensin hiljaisuus, sitten kaikki puhuivat.');
  });
});
