import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askForThing, askForThread, leaseBackfills } from '../../server/actions/backfill.ts';
import { newId } from '../../server/domain/ids.ts';
import { openDistrict, type TestDistrict } from '../support/district.ts';
import { aStranger } from '../support/strangers.ts';

describe('the line of threads to be read at other servers', () => {
  let pine: TestDistrict;
  let authorId: string;

  beforeAll(async () => {
    // nobody reads: what waits stays in line
    pine = await openDistrict('Pine Hollow', 'pinehollow', {}, { role: 'web' });
    authorId = (await aStranger(pine.ctx, 'sam')).id;
  });
  afterAll(() => pine?.stop());

  const db = () => pine.ctx.db;
  const waiting = async (host: string) =>
    (await db().selectFrom('backfill').select('uri').where('host', '=', host).execute()).length;

  /** Threads at a host, something in each of which is held here. */
  async function threads(host: string, count: number): Promise<string[]> {
    const uris = Array.from({ length: count }, (_, n) => `https://${host}/threads/${n}`);
    const rows = uris.map((uri) => ({
      id: newId(Date.now()),
      uri: `${uri}/answer`,
      host,
      author_id: authorId,
      in_reply_to: uri,
      root_uri: uri,
      html: 'x',
      state: 'shown',
      published_at: new Date(),
      wire_replies: `${uri}/answer/replies`,
    }));
    await db().insertInto('reply').values(rows).execute();
    return uris;
  }

  test('holds a hundred of one host, and those of others are read in turn with them', async () => {
    const [flood, quiet] = ['flood.example', 'quiet.example'];
    for (const uri of await threads(flood, 105)) await askForThread(pine.ctx, uri);
    expect(await waiting(flood)).toBe(100);
    for (const uri of await threads(quiet, 2)) await askForThread(pine.ctx, uri);
    expect(await waiting(quiet)).toBe(2);
    const hosts = (await leaseBackfills(pine.ctx, 4)).map(({ uri }) => new URL(uri).host);
    expect(hosts.sort()).toEqual([flood, flood, quiet, quiet]);
  });

  test('has room for the threads of a host whose things others name without end', async () => {
    const host = 'named.example';
    for (let n = 0; n < 105; n += 1)
      await askForThing(pine.ctx, `https://${host}/things/${n}`, 'talker.example');
    expect(await waiting(host)).toBe(100);
    for (const uri of await threads(host, 1)) await askForThread(pine.ctx, uri);
    expect(await waiting(host)).toBe(101);
  });
});
