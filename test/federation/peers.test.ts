import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { storyWords } from '../../server/domain/story-words.ts';
import { PEERS } from '../support/peers/all.ts';
import { BREAKS } from '../support/peers/breaks.ts';
import { type Emitted, openEmitted } from '../support/peers/emitted.ts';
import { type Delivery, fetched, receive, type Served, type Simulator } from '../support/peers/simulator.ts';
import { FAR, LONGEST } from '../support/peers/stories.ts';
import { schemaProblems } from '../support/wire-schemas.ts';
import { problemsOf } from '../support/wire-shape.ts';

describe('what a node emits is taken by the servers of other projects', () => {
  let emitted: Emitted;

  beforeAll(async () => {
    emitted = await openEmitted();
  }, 60_000);

  afterAll(() => emitted?.stop());

  /** Asks as a server does: with its own Accept header, following nothing. */
  const ask = async (peer: Simulator, address: string): Promise<Served> => {
    const answer = await fetch(address, { headers: { accept: peer.accept }, redirect: 'manual' });
    const text = emitted.production(await answer.text());
    return {
      url: emitted.production(address),
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? '',
      size: Buffer.byteLength(text),
      document: JSON.parse(text),
    };
  };

  test('it emits everything that it can', () => {
    const kinds = emitted.deliveries.map(({ activity: { type, object } }) => `${type} ${object?.type ?? ''}`);
    expect([...new Set(kinds)].sort()).toEqual([
      'Accept Follow',
      'Accept QuoteRequest',
      'Add ',
      'Announce ',
      'Block ',
      'Create Article',
      'Create Note',
      'Delete ',
      'Delete Tombstone',
      'Flag ',
      'Follow ',
      'Reject Follow',
      'Reject QuoteRequest',
      'Remove ',
      'Undo Announce',
      'Undo Follow',
      'Update Article',
      'Update Note',
      'Update Person',
    ]);
  });

  test('FEDERATION.md names every activity that is sent', () => {
    const text = readFileSync(new URL('../../FEDERATION.md', import.meta.url), 'utf8');
    const sent = text.slice(text.indexOf('## What leaves a node'), text.indexOf('## What is understood'));
    for (const { activity } of emitted.deliveries) expect(sent).toContain(`\`${activity.type}\``);
  });

  test.each(PEERS)('$name takes every activity', (peer) => {
    const refused = emitted.deliveries.flatMap((delivery) => {
      const verdict = receive(peer, delivery);
      return verdict.accepted ? [] : [[delivery.activity.id, verdict.why]];
    });
    expect(refused).toEqual([]);
  });

  test.each(PEERS)('$name takes every document that it asks for', async (peer) => {
    const refused = [];
    const kinds = new Set<string>();
    for (const address of emitted.addresses) {
      const served = await ask(peer, address);
      const verdict = fetched(peer, served);
      kinds.add(`${served.status} ${served.document.type}`);
      if (!verdict.accepted) refused.push([served.url, verdict.why]);
    }
    expect(refused).toEqual([]);
    expect([...kinds].sort()).toEqual([
      '200 Application',
      '200 Article',
      '200 Collection',
      '200 Create',
      '200 Note',
      '200 OrderedCollection',
      '200 OrderedCollectionPage',
      '200 Organization',
      '200 Person',
      '410 Tombstone',
    ]);
  });

  test('the longest stories have room left, and a text that is cut is whole', () => {
    const stories = emitted.deliveries.filter(({ activity }) => activity.object?.type === 'Article');
    for (const { activity } of stories) {
      expect(problemsOf(activity)).toEqual([]);
      expect(schemaProblems('story', activity.object)).toEqual([]);
    }
    for (const { activity } of emitted.deliveries) {
      if (activity.object?.['tp:kind'] !== 'call' || activity.type === 'Delete') continue;
      expect(problemsOf(activity)).toEqual([]);
      expect(schemaProblems('call', activity.object)).toEqual([]);
    }
    const [longest] = stories.filter(({ size }) => size === Math.max(...stories.map((one) => one.size)));
    expect(longest?.size).toBeGreaterThan(40_000);
    // cut, and yet most of the room is the story's own
    for (const name of [LONGEST.title, FAR.title]) {
      const story = stories.find(({ activity }) => activity.object.name === name)?.activity.object;
      expect(story.content).toContain(storyWords('zh').continued);
      expect(story.content.split('<blockquote>').length).toBeGreaterThan(5);
    }
  });

  test('every address that answers is the id of what it answers with', async () => {
    for (const peer of PEERS)
      for (const address of emitted.addresses) {
        const { url, document } = await ask(peer, address);
        expect(document.id).toBe(url);
        // a thread says who answers for it
        if (url.endsWith('/context'))
          expect(document.attributedTo).toMatch(/^https:\/\/pinehollow\.example\/ap\/actors\//);
      }
  });

  test.each(PEERS)('each rule of $name can fail', async (peer) => {
    const { deliveries, served, actors, posts, activities } = peer;
    for (const { section, says } of [...deliveries, ...served, ...actors, ...posts, ...activities]) {
      const broken = BREAKS[says];
      if (!broken) throw new Error(`nothing breaks "${says}"`);
      const refused = { accepted: false, why: `${section}: ${says}` };
      if (broken.sent !== undefined) {
        const kind = ({ activity }: Delivery) => `${activity.type} ${activity.object?.type ?? ''}`;
        const delivery = structuredClone(
          emitted.deliveries.find((one) => kind(one) === broken.sent) as Delivery,
        );
        broken.change(delivery);
        expect([says, receive(peer, delivery)]).toEqual([says, refused]);
      } else {
        const answer = structuredClone(await oneOf(peer, broken.served));
        broken.change(answer);
        expect([says, fetched(peer, answer)]).toEqual([says, refused]);
      }
    }
  });

  const oneOf = async (peer: Simulator, type: string): Promise<Served> => {
    for (const address of emitted.addresses) {
      const answer = await ask(peer, address);
      if (answer.document.type === type) return answer;
    }
    throw new Error(`no ${type} is served`);
  };
});
