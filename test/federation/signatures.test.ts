import { createPrivateKey, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followActor } from '../../server/actions/follow-actor.ts';
import { signingKey } from '../../server/store/keys.ts';
import { type CavageKey, type SignOptions, signedHeaders } from '../support/cavage.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { AS, type PeerActor } from '../support/peer-actor.ts';

const HOUR = 3_600_000;

describe('a signature', () => {
  let known: KnownSender;
  let bob: PeerActor;
  let peer: Peer;

  beforeAll(async () => {
    known = await openKnownSender();
    ({ bob, peer } = known);
  });

  afterAll(() => known?.stop());

  const like = (by = bob) => known.activity('Like', known.story.uri, by);
  const sent = async (options: SignOptions, by = bob) =>
    (await peer.send(by, known.inbox, like(by), options)).status;
  /** POSTs with exactly these headers */
  const post = async (headers: Record<string, string>, body: string, to = known.inbox) =>
    (await fetch(to, { method: 'POST', headers, body })).status;
  const signed = (body: string, key: CavageKey, options?: SignOptions) =>
    signedHeaders('POST', new URL(known.inbox), body, key, options);
  const seconds = (shift = 0) => Math.floor((Date.now() + shift) / 1000);
  const FULL = ['(request-target)', 'host', 'date', 'digest'];

  test('is believed in every form that servers really send', async () => {
    expect(await sent({})).toBe(202);
    expect(await sent({ cover: FULL })).toBe(202);
    expect(await sent({ cover: ['digest', 'date', 'host', '(request-target)'], algorithm: 'hs2019' })).toBe(
      202,
    );
    expect(await sent({ at: new Date(Date.now() - 0.9 * HOUR) })).toBe(202);
    expect(await sent({ at: new Date(Date.now() + 0.9 * HOUR) })).toBe(202);
    const created = ['(request-target)', '(created)', '(expires)', 'host', 'digest'];
    const modern = { cover: created, algorithm: 'hs2019', created: seconds(), expires: seconds(HOUR) };
    expect(await sent(modern)).toBe(202);
    expect(await sent({ ...modern, without: ['date'] })).toBe(202);
    const activity = like();
    const digest = signed(JSON.stringify(activity), bob.key).digest as string;
    const lower = { headers: { digest: digest.replace('SHA-256', 'sha-256') } };
    expect((await peer.send(bob, known.inbox, activity, lower)).status).toBe(202);
  });

  test('by RFC 9421 is believed too, and means what it covers', async () => {
    expect((await peer.sendRfc9421(bob, known.inbox, like())).status).toBe(202);
    const body = JSON.stringify(like());
    const digest = `sha-256=:${signed(body, bob.key).digest?.slice('SHA-256='.length)}:`;
    const all = ['@method', '@target-uri', 'content-digest'];
    const by9421 = (label: string, cover: string[], created = seconds()) => {
      const values: Record<string, string> = {
        '@method': 'POST',
        '@target-uri': known.inbox,
        'content-digest': digest,
        'content-type': 'application/activity+json',
      };
      const names = cover.map((name) => `"${name}"`).join(' ');
      const input = `(${names});alg="rsa-v1_5-sha256";keyid="${bob.key.id}"${created ? `;created=${created}` : ''}`;
      const lines = cover.map((name) => `"${name}": ${values[name]}`);
      const text = [...lines, `"@signature-params": ${input}`].join('\n');
      const bytes = sign('sha256', Buffer.from(text), bob.key.privateKey).toString('base64');
      return { input: `${label}=${input}`, signature: `${label}=:${bytes}:` };
    };
    const send = (made: { input: string; signature: string }[], text = body) =>
      post(
        {
          'content-type': 'application/activity+json',
          'content-digest': digest,
          'signature-input': made.map((one) => one.input).join(', '),
          signature: made.map((one) => one.signature).join(', '),
        },
        text,
      );
    expect(await send([by9421('sig1', all)])).toBe(202);
    expect(await send([by9421('sig1', all)], body.replace('Like', 'Lkie'))).toBe(401);
    for (const missing of all)
      expect([
        missing,
        await send([
          by9421(
            'sig1',
            all.filter((name) => name !== missing),
          ),
        ]),
      ]).toEqual([missing, 401]);
    expect(await send([by9421('sig1', all, 0)])).toBe(401);
    expect(await send([by9421('sig1', all, seconds(-2 * HOUR))])).toBe(401);
    expect(await send([by9421('sig1', all, seconds(2 * HOUR))])).toBe(401);
    // a weak one that holds does not lend itself to a strong one that does not
    const forged = { ...by9421('sig2', all), signature: `sig2=:${Buffer.alloc(256).toString('base64')}:` };
    expect(await send([by9421('sig1', ['content-type']), forged])).toBe(401);
    expect(await send([forged, by9421('sig1', ['content-type'])])).toBe(401);
    expect(await send([by9421('sig1', all), by9421('sig2', all)])).toBe(401);
    expect(await send([by9421('sig1', all)])).toBe(202);
  });

  test('that is missing, weak, old or of another request is 401', async () => {
    const body = JSON.stringify(like());
    const good = signed(body, bob.key);
    const late = JSON.stringify(like());
    const lower = (signed(late, bob.key).digest as string).replace('SHA-256', 'sha-256');
    const longAgo = { at: new Date(Date.now() - 2 * HOUR), headers: { digest: lower } };
    const lateDigest = post(signed(late, bob.key, longAgo), late);
    const cases: [what: string, status: Promise<number>][] = [
      ['nothing', post({ 'content-type': 'application/activity+json' }, body)],
      ['noise', post({ ...good, signature: 'noise' }, body)],
      ['two of everything', post({ ...good, signature: `${good.signature},${good.signature}` }, body)],
      [
        'a signature of nothing',
        post({ ...good, signature: `${good.signature}`.replace(/signature=".*"/, 'signature=""') }, body),
      ],
      ['another body', post(good, body.replace('Like', 'Lkie'))],
      [
        'another body, its own digest',
        post({ ...good, digest: signed(`${body} `, bob.key).digest as string }, `${body} `),
      ],
      ['another inbox', post(good, body, `${known.pine.origin}/ap/actors/${known.ruth}/inbox`)],
      ['no digest', sent({ without: ['digest'] })],
      ['a digest of another kind', sent({ headers: { digest: 'MD5=rL0Y20zC+Fzt72VPzMSk2A==' } })],
      ['no date', sent({ without: ['date'] })],
      ['no time at all', sent({ cover: ['(request-target)', 'host', 'digest'] })],
      ['two hours ago', sent({ at: new Date(Date.now() - 2 * HOUR) })],
      ['in two hours', sent({ at: new Date(Date.now() + 2 * HOUR) })],
      ['two hours ago, digest in another case', lateDigest],
      ['no time that can be read', sent({ headers: { date: 'yesterday' } })],
      [
        'created two hours ago',
        sent({
          cover: ['(request-target)', '(created)', 'host', 'digest'],
          algorithm: 'hs2019',
          created: seconds(-2 * HOUR),
          without: ['date'],
        }),
      ],
      [
        'expired long ago',
        sent({
          cover: ['(request-target)', '(created)', '(expires)', 'host', 'digest'],
          algorithm: 'hs2019',
          created: seconds(),
          expires: seconds(-2 * HOUR),
        }),
      ],
      ['an unknown algorithm', sent({ algorithm: 'hmac-sha256' })],
      ...FULL.map((missing): [string, Promise<number>] => [
        `${missing} is not signed`,
        sent({ cover: FULL.filter((name) => name !== missing) }),
      ]),
    ];
    for (const [what, status] of cases) expect([what, await status]).toEqual([what, 401]);
    expect(await known.rows(JSON.parse(body).id)).toEqual([]);
    expect(await post(good, body)).toBe(202);
  });

  test('of somebody else is 401', async () => {
    const eve = peer.actor('eve');
    expect((await peer.send(eve, known.inbox, like(bob))).status).toBe(401);
    // Eve's key under Bob's name
    const stolen = { id: bob.key.id, privateKey: eve.key.privateKey };
    const body = JSON.stringify(like(bob));
    expect(await post(signed(body, stolen), body)).toBe(401);
    // a key of the node itself, and one that is no web address
    for (const id of [
      `${known.pine.origin}/ap/actor#main-key`,
      `acct:bob@${peer.host}`,
      'file:///etc/passwd',
    ])
      expect([id, await post(signed(body, { ...stolen, id }), body)]).toEqual([id, 401]);
    // even with the right key: nobody sends us what is ours
    const ours = await signingKey(known.pine.ctx.db, known.ruth);
    const privateKey = createPrivateKey(ours?.privatePem ?? '');
    const own = JSON.stringify({
      ...JSON.parse(body),
      actor: `${known.pine.origin}/ap/actors/${known.ruth}`,
    });
    expect(await post(signed(own, { id: ours?.keyId ?? '', privateKey }), own)).toBe(401);
    expect(await known.rows(JSON.parse(body).id)).toEqual([]);
  });

  test('by a key that its owner does not name is 401', async () => {
    const elsewhere = await openPeer();
    const mallory = elsewhere.actor('mallory');
    const { publicKey } = mallory.document;
    const body = JSON.stringify(like(bob));
    const signedBy = (id: string) => post(signed(body, { id, privateKey: mallory.key.privateKey }), body);
    // Mallory's document says that its key is Bob's
    mallory.document.publicKey = { ...publicKey, owner: bob.uri };
    expect(await signedBy(mallory.key.id)).toBe(401);
    // a key document on Mallory's server, and one that was uploaded to Bob's
    for (const server of [elsewhere, peer]) {
      const id = `${server.origin}/key`;
      server.serve(id, { '@context': AS, id, owner: bob.uri, publicKeyPem: publicKey.publicKeyPem });
      expect([id, await signedBy(id)]).toEqual([id, 401]);
    }
    // Bob's document names one key, and this is not its name
    const second = { id: `${bob.uri}#second-key`, privateKey: bob.key.privateKey };
    expect(await post(signed(body, second), body)).toBe(401);
    // a whole actor that says that it is Bob
    const id = `${elsewhere.origin}/copy#main-key`;
    elsewhere.serve(`${elsewhere.origin}/copy`, {
      ...bob.document,
      publicKey: { ...publicKey, id, owner: bob.uri },
    });
    expect(await signedBy(id)).toBe(401);
    expect(await known.rows(JSON.parse(body).id)).toEqual([]);
    await elsewhere.close();
  });

  test('with a key that its document says is somebody else’s is 401, on one host as well', async () => {
    for (const owner of [bob.uri, [], undefined]) {
      const hal = peer.actor(`hal${peer.requests.length}`);
      hal.document.publicKey.owner = owner;
      expect([owner, (await peer.send(hal, known.inbox, like(hal))).status]).toEqual([owner, 401]);
    }
  });

  test('with a key on another server than the sender’s is 401, and that server is not asked', async () => {
    const canary = await openPeer();
    const mallory = canary.actor('mallory');
    const body = JSON.stringify(like(bob));
    expect(await post(signed(body, mallory.key), body)).toBe(401);
    expect(canary.requests).toEqual([]);
    await canary.close();
  });

  test('by a key with an address of its own is believed when both name each other', async () => {
    const greta = peer.actor('greta');
    greta.key.id = `${greta.uri}/main-key`;
    greta.document.publicKey.id = greta.key.id;
    const { id, type, preferredUsername, publicKey } = greta.document;
    peer.serve(greta.key.id, { '@context': AS, id, type, preferredUsername, publicKey });
    expect((await peer.send(greta, known.inbox, like(greta))).status).toBe(202);
  });

  test('by a new key is believed after one look; bad ones cause no flood of looks', async () => {
    const rosa = peer.actor('rosa');
    const path = new URL(rosa.uri).pathname;
    const looks = () => peer.requests.filter((one) => one === `GET ${path}`).length;
    expect((await peer.send(rosa, known.inbox, like(rosa))).status).toBe(202);
    expect(looks()).toBe(1);
    const old = rosa.key.privateKey;
    const { key, document } = peer.actor('rosa-of-tomorrow');
    rosa.key.privateKey = key.privateKey;
    rosa.document.publicKey.publicKeyPem = document.publicKey.publicKeyPem;
    expect((await peer.send(rosa, known.inbox, like(rosa))).status).toBe(202);
    expect(looks()).toBe(2);
    rosa.key.privateKey = old;
    for (let n = 0; n < 5; n += 1) expect((await peer.send(rosa, known.inbox, like(rosa))).status).toBe(401);
    expect(looks()).toBe(2);
  });

  test('by a key that cannot be had just now is 503: the sender comes again', async () => {
    const away = await openPeer();
    const ida = away.actor('ida');
    const activity = like(ida);
    const headers = signed(JSON.stringify(activity), ida.key);
    await away.close();
    const answer = await fetch(known.inbox, { method: 'POST', headers, body: JSON.stringify(activity) });
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('of ours follows the second knock: who answers 401 to the older form gets RFC 9421', async () => {
    const modern = await openPeer();
    const nils = modern.actor('nils');
    const knocks: boolean[] = [];
    modern.answer = ({ headers }) => {
      knocks.push(headers['signature-input'] !== undefined);
      return headers['signature-input'] ? 202 : 401;
    };
    const { ctx } = known.pine;
    await followActor(ctx, known.ruth, await ctx.lookup.actor(nils.uri));
    await eventually('two knocks', async () => knocks.length === 2);
    expect(knocks).toEqual([false, true]);
    await modern.close();
  });
});
