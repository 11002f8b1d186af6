import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FEATURE } from '../../server/actions/place-for.ts';
import { receiveTakeBack } from '../../server/actions/receive-take-back.ts';
import { receiveTry } from '../../server/actions/receive-try.ts';
import { receiveWork } from '../../server/actions/receive-work.ts';
import type { Actor } from '../../server/domain/actor.ts';
import type { ReceivedTry } from '../../server/domain/received.ts';
import { type LineageNode, wholeLineage } from '../../server/reads/lineage.ts';
import { openDistrict, type TestDistrict } from '../support/district.ts';
import { aStranger, aWorkOf } from '../support/strangers.ts';

const ANYBODY = { kind: 'anonymous' } as const;
const minute = (number: number) => new Date(Date.UTC(2026, 2, 1, 9, number));

/** Every order of these. */
function ordersOf<T>(things: readonly T[]): T[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((first, index) =>
    ordersOf(things.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

describe('the way of an idea over three servers, one of which we are not', () => {
  let node: TestDistrict;
  let [ada, ben, cleo]: Actor[] = [];
  /** two days later: what came from one server in the last day is no bound here */
  const ctx = () => ({ ...node.ctx, clock: { now: () => new Date(Date.now() + 2 * 86_400_000) } });

  beforeAll(async () => {
    node = await openDistrict();
    const hosts = ['one.example', 'two.example', 'three.example'];
    await node.ctx.db
      .insertInto('remote_host')
      .values(hosts.map((host) => ({ host, features: [FEATURE] })))
      .execute();
    [ada, ben, cleo] = await Promise.all(
      ['ada', 'ben', 'cleo'].map((handle, index) => {
        const uri = `https://${hosts[index]}/users/${handle}`;
        return aStranger(node.ctx, handle, { uri, host: hosts[index] as string, inbox: `${uri}/inbox` });
      }),
    );
  });
  afterAll(() => node?.stop());

  const aTry = (author: Actor, uri: string, at: number, more: Partial<ReceivedTry>): ReceivedTry => ({
    type: 'try',
    uri,
    url: null,
    authorUri: author.uri,
    lang: 'en',
    contentHtml: '<p>I tried it.</p>',
    publishedAt: minute(at),
    updatedAt: null,
    evidence: [],
    lineage: [],
    isPublic: true,
    raw: {},
    ofUri: '',
    context: '',
    changed: 'Two timers.',
    kept: '',
    happened: 'They waited.',
    verdict: 'worked',
    tip: '',
    gistOther: [],
    subjects: [],
    ageMin: null,
    ageMax: null,
    ...more,
  });

  /**
   * Ada's story is tried by Ben, that by Cleo, and of that Ada makes a story of her own; Cleo corrects hers; Ben takes
   * his back.
   */
  function history(name: string) {
    const [origin, first, second, built] = [
      `https://one.example/works/${name}`,
      `https://two.example/tries/${name}`,
      `https://three.example/tries/${name}`,
      `https://one.example/works/${name}-built`,
    ];
    const [a, b, c] = [ada, ben, cleo] as [Actor, Actor, Actor];
    const cleos = { ofUri: first, lineage: [origin, first] };
    return {
      origin,
      steps: [
        () => receiveWork(ctx(), a, aWorkOf(a, 'Origin', { uri: origin, publishedAt: minute(0) })),
        () => receiveTry(ctx(), b, aTry(b, first, 1, { ofUri: origin, lineage: [origin] })),
        () => receiveTry(ctx(), c, aTry(c, second, 2, cleos)),
        () =>
          receiveWork(
            ctx(),
            a,
            aWorkOf(a, 'Built', {
              uri: built,
              publishedAt: minute(3),
              builtOn: [{ uri: second }],
              lineage: [origin, first, second],
            }),
          ),
        () =>
          receiveTry(
            ctx(),
            c,
            aTry(c, second, 2, { ...cleos, changed: 'Three timers.', updatedAt: minute(4) }),
          ),
        () => receiveTakeBack(ctx(), b, first),
      ],
    };
  }

  /** A tree in a few words. */
  function inWords({ told, confirmed, children }: LineageNode): unknown {
    const says =
      told?.kind === 'try' ? told.adaptation.changed : told?.kind === 'work' ? told.work.title : 'a place';
    return {
      says: told && !confirmed ? `${says}?` : says,
      ...(children.length > 0 && { next: children.map(inWords) }),
    };
  }
  const treeOf = async (uri: string) => {
    const whole = await wholeLineage(node.ctx.db, ANYBODY, uri);
    return whole && inWords(whole.origin);
  };

  const STEPS = [0, 1, 2, 3, 4, 5];

  // 720 orders in all
  test.each(STEPS)(
    'is the same in every order in which word of its six steps can come, number %i first',
    async (first) => {
      const orders = ordersOf(STEPS.filter((step) => step !== first)).map((rest) => [first, ...rest]);
      expect(orders).toHaveLength(120);
      const seen = new Set<string>();
      const play = async (order: number[]) => {
        const { origin, steps } = history(order.join(''));
        for (const index of order) await steps[index]?.();
        const once = JSON.stringify(await treeOf(origin));
        seen.add(once);
        // and the same when all of it comes once more, the other way round
        for (const index of [...order].reverse()) await steps[index]?.();
        expect(JSON.stringify(await treeOf(origin))).toBe(once);
      };
      for (let start = 0; start < orders.length; start += 60)
        await Promise.all(orders.slice(start, start + 60).map(play));
      expect([...seen].map((tree) => JSON.parse(tree))).toEqual([
        {
          says: 'Origin',
          next: [{ says: 'a place', next: [{ says: 'Three timers.', next: [{ says: 'Built' }] }] }],
        },
      ]);
    },
  );
});
