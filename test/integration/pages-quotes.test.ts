import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inEffect } from '../../server/actions/in-effect.ts';
import { receiveQuoteRequest } from '../../server/actions/quotes.ts';
import { aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import type { PeerActor } from '../support/peer-actor.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('quotes of a story', () => {
  let node: TestDistrict;
  let peer: Peer;
  let bob: PeerActor;
  let ruth: Visitor;
  let marcus: Visitor;
  let story: { id: string; uri: string; url: string };
  let page: string;

  /** Bob’s server asks, and the story is open to quotes. */
  const quoted = async (n: number): Promise<string> => {
    const { db } = node.ctx;
    await db.updateTable('work').set({ quote_policy: 'everyone' }).where('id', '=', story.id).execute();
    const from = await node.ctx.lookup.actor(bob.uri);
    const request = {
      uri: `${bob.uri}/requests/${n}`,
      workUri: story.uri,
      quotingUri: `${bob.uri}/posts/${n}`,
    };
    expect(await inEffect(node.ctx, (ctx) => receiveQuoteRequest(ctx, from, request))).toBe('allowed');
    const stamp = await db
      .selectFrom('quote_authorization')
      .select('uri')
      .where('quoting_uri', '=', request.quotingUri)
      .executeTakeFirstOrThrow();
    return stamp.uri;
  };

  beforeAll(async () => {
    [node, peer] = await Promise.all([openDistrict(), openPeer()]);
    bob = peer.actor('bob');
    const id = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus');
    [ruth, marcus] = await Promise.all([signedIn(node.origin, 'ruth'), signedIn(node.origin, 'marcus')]);
    story = await publish(node.ctx, id);
    page = new URL(story.url).pathname;
  });
  afterAll(async () => {
    await node?.stop();
    await peer?.close();
  });

  test('are seen by its author alone, who may withdraw each', async () => {
    expect((await ruth.get(page)).text).not.toContain('Quoted by');
    const [first, second] = [await quoted(1), await quoted(2)];
    const { text } = await ruth.get(page);
    for (const said of [
      'Quoted by',
      `@bob@${peer.host}`,
      `${bob.uri}/posts/1`,
      `${bob.uri}/posts/2`,
      'Withdraw',
    ])
      expect(text).toContain(said);
    for (const one of [marcus, new Visitor(node.origin)]) {
      const { text: other } = await one.get(page);
      expect([other.includes('Quoted by'), other.includes(`${bob.uri}/posts/`)]).toEqual([false, false]);
    }
    const path = `/works/${story.id}/quotes/withdraw`;
    expect((await marcus.post(path, { quote: first })).status).toBe(404);
    expect((await fetch(first)).status).toBe(200);

    const answer = await ruth.post(path, { quote: first });
    expect([answer.status, answer.location]).toEqual([303, page]);
    const after = (await ruth.get(page)).text;
    expect(after).toContain('Withdrawn. Their server is told.');
    expect([after.includes(`${bob.uri}/posts/1`), after.includes(`${bob.uri}/posts/2`)]).toEqual([
      false,
      true,
    ]);
    expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200]);
    for (const quote of ['', 'https://elsewhere.example/stamp', `${story.uri}/stamps/none`])
      expect((await ruth.post(path, { quote })).status).toBe(404);
  });
});
