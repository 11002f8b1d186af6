import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { noteHostFacts } from '../../server/actions/note-host.ts';
import { FEATURE } from '../../server/actions/place-for.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { aStranger } from '../support/strangers.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

describe('where somebody elsewhere is', () => {
  let node: TestDistrict;
  let ruth: Visitor;
  const placeOfSam = async () => {
    const { text } = await ruth.get('/@sam@stranger.example');
    return /<p class="meta">.*?<bdi>([^<]*)<\/bdi>/s.exec(text)?.[1];
  };
  const says = (host: string, name: string | null, features = [FEATURE]) =>
    noteHostFacts(node.ctx, host, { software: 'ajar 1', features, name });

  beforeAll(async () => {
    node = await openDistrict();
    await aTeacher(node.ctx, 'ruth');
    await aStranger(node.ctx, 'sam');
    ruth = await signedIn(node.origin, 'ruth');
  });
  afterAll(() => node?.stop());

  test('is said by the name of the district, with the server in the handle', async () => {
    expect(await placeOfSam()).toBe('stranger.example');
    await says('stranger.example', 'Koivuranta');
    expect(await placeOfSam()).toBe('Koivuranta');
    expect((await ruth.get('/@sam@stranger.example')).text).toContain('@sam@stranger.example');
  });

  test('a name that is ours, that two servers use, or of a server that is no district, is not believed', async () => {
    await says('stranger.example', 'PINE hollow');
    expect(await placeOfSam()).toBe('stranger.example');
    await says('stranger.example', 'Koivuranta');
    await says('other.example', 'koivuranta');
    expect(await placeOfSam()).toBe('stranger.example');
    await says('other.example', 'Hongmei');
    expect(await placeOfSam()).toBe('Koivuranta');
    await says('stranger.example', 'Koivuranta', []);
    expect(await placeOfSam()).toBe('stranger.example');
  });
});
