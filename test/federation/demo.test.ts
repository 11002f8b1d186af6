import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readDemo } from '../../server/demo/data.ts';
import { Elsewhere } from '../../server/demo/elsewhere.ts';
import { seedScene } from '../../server/demo/scene.ts';
import { DEMO_PASSWORD, seedDistrict, seedFollows } from '../../server/demo/seed.ts';
import type { Viewer } from '../../server/domain/audience.ts';
import { type LineageNode, wholeLineage } from '../../server/reads/lineage.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/free-port.ts';
import { openUnnamed, type UnnamedNode } from '../support/unnamed-node.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

/** What `npm run demo` shows: three districts and a server of another kind, seeded over HTTP. */
describe('the demo', () => {
  const data = readDemo();
  const nodes = new Map<string, UnnamedNode>();
  let elsewhere: Elsewhere;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ajar-demo-'));
    for (const district of data.districts) {
      const node = await openUnnamed({ role: 'all' });
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
  const pine = () => at('pine-hollow');
  const as = async (handle: string) => {
    const person = data.people.find((one) => one.handle === handle);
    return signedIn(at(person?.district ?? '').origin, person?.email ?? '', DEMO_PASSWORD);
  };
  const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text;

  const STORY = '/@ruth/seven-silent-seconds';
  const POST = (id: string) => data.elsewhere.posts.find((one) => one.id === id)?.text ?? '';

  test('what a colleague on another server answered is a try, in every district that knows the story', async () => {
    const page = await textOf(new Visitor(pine().origin), STORY);
    expect(page).toContain('Worked until the fire drill');
    const uri = await addressOf('seven-silent-seconds');
    const counted = `${elsewhere.origin}/users/sam/statuses/1`;
    for (const node of nodes.values())
      await eventually(`it counts at ${node.origin}`, async () =>
        (await treeAt(node, uri)).some((one) => one.uri === counted && one.told !== null),
      );
  });
});
