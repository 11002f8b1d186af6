import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { markNoticesRead } from '../../server/actions/mark-notices-read.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { sendLetters } from '../../server/actions/send-letters.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { openPost, type Post } from '../../server/mail/post.ts';
import { sayIn } from '../../web/kit/messages.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

/** a Tuesday morning, a Tuesday evening and a Saturday, for the district's clock (UTC) */
const MORNING = new Date('2026-11-24T09:00:00Z');
const EVENING = new Date('2026-11-24T19:00:00Z');
const SATURDAY = new Date('2026-11-28T10:00:00Z');

describe('a letter when somebody tried one’s work', () => {
  let node: TestDistrict;
  let server: SMTPServer;
  let post: Post;
  let marcus: string;
  const came: ParsedMail[] = [];
  let isFull = false;

  beforeAll(async () => {
    node = await openDistrict();
    marcus = await aTeacher(node.ctx, 'marcus');
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo(address, _session, done) {
        const refused = address.address.startsWith('bad@');
        done(refused ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null);
      },
      onData(stream, _session, done) {
        simpleParser(stream).then((mail) => {
          if (isFull) return done(Object.assign(new Error('the box is full'), { responseCode: 452 }));
          came.push(mail);
          done();
        }, done);
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    post = openPost(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    post?.close();
    await node?.stop();
    await new Promise<void>((resolve) => server?.close(() => resolve()));
  });

  const at = (now: Date) => sendLetters({ ...node.ctx, clock: { now: () => now } }, post, sayIn('en'));
  const answer = tryInput.parse({
    changed: 'Pairs.',
    happened: 'A student cried, then laughed.',
    verdict: 'partly',
    audience: 'everyone',
  });

  /** Somebody whose story marcus tries. */
  async function triedOf(handle: string, times = 1) {
    const id = await aTeacher(node.ctx, handle);
    const { uri, url } = await publish(node.ctx, id, aStory({ title: `The door of ${handle}` }));
    for (let n = 0; n < times; n += 1) await reportTry(node.ctx, marcus, uri, answer);
    return { id, url };
  }
  const lettersTo = (handle: string) =>
    came.filter(({ to }) => JSON.stringify(to).includes(`${handle}@school.example`));

  test('waits for the end of the holidays', async () => {
    const holidays = [{ from: '2026-11-23', to: '2026-11-27' }];
    const put = (term_dates: unknown) =>
      node.ctx.db
        .updateTable('district')
        .set({ term_dates: JSON.stringify(term_dates) })
        .execute();
    await triedOf('noor');
    await put(holidays);
    expect(await at(MORNING)).toBe(0);
    expect(await at(new Date('2026-11-30T09:00:00Z'))).toBe(1);
    await put([]);
  });

  test('comes once, in plain text and HTML, with what was tried and nothing about students', async () => {
    const { url } = await triedOf('ruth');
    expect(await at(MORNING)).toBe(1);
    expect(await at(MORNING)).toBe(0);
    const [letter] = lettersTo('ruth');
    expect(letter?.subject).toBe('Marcus tried “The door of ruth”');
    for (const words of [
      'Marcus tried “The door of ruth” and told what happened.',
      'They say: partly.',
      url,
      '/mail/stop/',
    ]) {
      expect(letter?.text).toContain(words);
      expect(String(letter?.html).replaceAll('&#39;', '’')).toContain(words);
    }
    expect(`${letter?.text}${letter?.html}`).not.toMatch(/cried|<img/);
    expect(JSON.stringify(letter?.headers.get('list'))).toMatch(/mail\/stop.*One-Click/);
    expect(letter?.from?.text).toContain('Pine Hollow');
  });

  test('a district without a mail server says so where letters are chosen; one with it does not', async () => {
    await aTeacher(node.ctx, 'lena');
    const none = 'No letters go out at present';
    expect((await (await signedIn(node.origin, 'lena')).get('/settings/mail')).text).toContain(none);
    const other = await openDistrict('Koivuranta', 'koivuranta', {}, { smtpUrl: 'smtp://127.0.0.1:9' });
    try {
      await aTeacher(other.ctx, 'marja');
      const page = (await (await signedIn(other.origin, 'marja')).get('/settings/mail')).text;
      expect(page).toContain('Write to me when somebody tried something of mine');
      expect(page).not.toContain(none);
    } finally {
      await other.stop();
    }
  });

  test('waits through the evening and the weekend', async () => {
    await triedOf('alma');
    expect(await at(EVENING)).toBe(0);
    expect(await at(SATURDAY)).toBe(0);
    expect(await at(MORNING)).toBe(1);
  });

  test('is one for several tries', async () => {
    await triedOf('jordan', 3);
    expect(await at(MORNING)).toBe(1);
    expect(lettersTo('jordan').map(({ subject }) => subject)).toEqual(['3 colleagues tried what you shared']);
  });

  test('is not needed by somebody who has seen it', async () => {
    const { id } = await triedOf('priya');
    await markNoticesRead(node.ctx, id);
    expect(await at(MORNING)).toBe(0);
  });

  test('is tried again when the mail server does not take it', async () => {
    await triedOf('tom');
    isFull = true;
    await expect(at(MORNING)).rejects.toThrow(/full/);
    isFull = false;
    expect(await at(MORNING)).toBe(1);
  });

  test('to an address that is refused for good does not keep the others from theirs', async () => {
    await triedOf('bad');
    await triedOf('good');
    await expect(at(MORNING)).rejects.toThrow(/no such box/);
    expect(lettersTo('good')).toHaveLength(1);
    expect(await at(MORNING)).toBe(0);
  });

  test('is not written about somebody who was suspended meanwhile', async () => {
    await triedOf('chen');
    await node.ctx.db.updateTable('actor').set({ state: 'suspended' }).where('id', '=', marcus).execute();
    expect(await at(MORNING)).toBe(0);
    await node.ctx.db.updateTable('actor').set({ state: 'active' }).where('id', '=', marcus).execute();
  });

  test('stops with the button of the mail program, without signing in; nobody stops somebody else’s', async () => {
    const { id } = await triedOf('zhao');
    await at(MORNING);
    const address = /https?:\S+\/mail\/stop\/\S+/.exec(lettersTo('zhao')[0]?.text ?? '')?.[0] ?? '';
    const anybody = new Visitor(node.origin);
    const page = new URL(address).pathname;
    expect((await anybody.get(page)).text).toContain('Stop the letters');
    const forged = page.replace(/[^/]+$/, (token) => `${marcus}.${token.split('.')[1]}`);
    expect((await anybody.post(forged, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(404);
    expect((await anybody.post(page, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(200);
    const { uri } = await publish(node.ctx, id, aStory({ title: 'Once more' }));
    await reportTry(node.ctx, marcus, uri, answer);
    expect(await at(MORNING)).toBe(0);
  });
});
