import { addPerson } from '../actions/add-person.ts';
import type { Ctx } from '../actions/context.ts';
import { followActor } from '../actions/follow-actor.ts';
import { setUpDistrict } from '../actions/set-up-district.ts';
import { localActorByHandle } from '../store/actors.ts';
import { updateDistrict } from '../store/districts.ts';
import type { DemoData, DemoDistrict } from './data.ts';
import type { Elsewhere } from './elsewhere.ts';

/** The password of everybody in the demo. */
export const DEMO_PASSWORD = 'door-ajar-demo';

/** A district of the demo and its people. */
export interface DemoNode {
  key: string;
  ctx: Ctx;
}

/** Names a district and gives it its people. */
export async function seedDistrict(ctx: Ctx, district: DemoDistrict, data: DemoData): Promise<void> {
  await setUpDistrict(ctx, {
    districtName: district.name,
    shortName: district.shortName,
    country: district.country,
    timezone: district.timezone,
    language: district.languages[0] ?? 'en',
  });
  await updateDistrict(ctx.db, {
    about: district.about,
    region: district.region,
    languages: district.languages,
  });
  for (const person of data.people.filter((one) => one.district === district.key)) {
    await addPerson(ctx, {
      handle: person.handle,
      name: person.name,
      email: person.email,
      password: DEMO_PASSWORD,
      label: person.label,
      bio: person.bio,
      subjects: person.subjects,
      ageMin: person.ageMin,
      ageMax: person.ageMax,
      role: person.role,
    });
  }
}

/**
 * Lets the districts meet: everybody who writes is followed from next door and from abroad, over real HTTP, and some
 * from the server of another kind.
 */
export async function seedFollows(
  nodes: readonly DemoNode[],
  data: DemoData,
  elsewhere: Elsewhere,
): Promise<void> {
  for (const { follower, followed } of data.elsewhere.follows) {
    const home = nodes.find(
      ({ key }) => key === data.people.find((one) => one.handle === followed)?.district,
    );
    const actor = home && (await localActorByHandle(home.ctx.db, followed));
    if (actor) await elsewhere.follow(follower, actor.uri);
  }
  const writers = new Set(data.stories.map((story) => story.author));
  for (const node of nodes) {
    for (const person of data.people.filter((one) => one.district === node.key)) {
      const me = await idOf(node, person.handle);
      for (const other of data.people.filter(
        (one) => one.handle !== person.handle && writers.has(one.handle),
      )) {
        const home = nodes.find((one) => one.key === other.district);
        if (!home) continue;
        const found =
          home === node
            ? await localActorByHandle(node.ctx.db, other.handle)
            : await node.ctx.lookup.actor(`@${other.handle}@${home.ctx.host}`);
        if (found) await followActor(node.ctx, me, found);
      }
    }
  }
}

async function idOf(node: DemoNode, handle: string): Promise<string> {
  const actor = await localActorByHandle(node.ctx.db, handle);
  if (!actor) throw new Error(`the demo has nobody called ${handle}`);
  return actor.id;
}
