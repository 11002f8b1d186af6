import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPerson, type PersonInput } from '../../server/actions/add-person.ts';
import type { Ctx } from '../../server/actions/context.ts';
import { publishStory } from '../../server/actions/publish-story.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { setUpDistrict } from '../../server/actions/set-up-district.ts';
import type { Config } from '../../server/config.ts';
import { createDistrict, type District, type DistrictOptions } from '../../server/district.ts';
import type { Role } from '../../server/domain/vocabulary.ts';
import { type StoryInput, storyInput } from '../../server/domain/work.ts';
import { freePort } from './free-port.ts';
import { PASSWORD } from './password.ts';
import { freshDatabase } from './postgres.ts';
import { READ_THROUGH } from './read-through.ts';

export interface TestDistrict {
  district: District;
  ctx: Ctx;
  origin: string;
  databaseUrl: string;
  /** photos lie in it */
  dataDir: string;
  stop(): Promise<void>;
}

/** A whole running node on a free port with a database of its own, real HTTP and real signatures, named and ready. */
export async function openDistrict(
  name = 'Pine Hollow',
  shortName = 'pinehollow',
  options: DistrictOptions = {},
  settings: Partial<Config> = {},
): Promise<TestDistrict> {
  const [databaseUrl, port] = await Promise.all([freshDatabase(), freePort()]);
  const dataDir = mkdtempSync(join(tmpdir(), 'ajar-district-'));
  const origin = `http://localhost:${port}`;
  const config = {
    origin,
    port,
    host: '127.0.0.1',
    dataDir,
    allowPrivateAddresses: true,
    role: 'all' as const,
    smtpUrl: null,
    trustProxy: 0,
    ...settings,
    databaseUrl,
  };
  const district = await createDistrict(config, { connectMs: 15_000, ...options });
  await setUpDistrict(district.ctx, {
    districtName: name,
    shortName,
    country: '',
    timezone: 'UTC',
    language: 'en',
  });
  await district.start();
  const stop = async () => {
    await district.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { district, ctx: district.ctx, origin, databaseUrl, dataDir, stop };
}

export { PASSWORD };

/** Somebody with an account. @returns the actor id */
export async function aTeacher(
  ctx: Ctx,
  handle: string,
  more: Partial<PersonInput> & { role?: Role } = {},
): Promise<string> {
  const person: PersonInput = {
    handle,
    name: handle.charAt(0).toUpperCase() + handle.slice(1),
    email: `${handle}@school.example`,
    password: PASSWORD,
    label: 'teacher',
    bio: '',
    subjects: ['sciences'],
    ageMin: 15,
    ageMax: 16,
    ...more,
  };
  return addPerson(ctx, { ...person, role: more.role });
}

/** A story that can be published; give the fields that matter. */
export function aStory(more: Partial<StoryInput> = {}): StoryInput {
  return storyInput.parse({
    title: 'Seven silent seconds',
    gist: 'A sand timer after each question, and I sit down: by week four nearly three times as many students spoke.',
    sections: [
      {
        key: 'where',
        markdown: 'Chemistry, two classes, ages 15–16. The same five hands were always up first.',
      },
      {
        key: 'how',
        markdown:
          'I bought a **seven-second sand timer**.\n\n1. I ask.\n2. I turn it over.\n3. *Notebook before hand.*',
      },
      {
        key: 'students',
        markdown: 'Week one was awful: nervous laughter. By week four they wrote while the sand ran.',
      },
      { key: 'why', markdown: 'The sand is the boss, not I.' },
      { key: 'next', markdown: 'Sit down, or you will rescue them.' },
    ],
    subjects: ['sciences'],
    focus: ['questioning-discussion'],
    tags: ['WaitTime'],
    ageMin: 15,
    ageMax: 16,
    levelLabel: 'Grade 10',
    classSize: '20-29',
    whyItMatters: 'Students who think slowly get to speak.',
    madePossibleBy: 'One colleague counted for me.',
    audience: 'everyone',
    ...more,
  });
}

/** Publishes a story. @returns its id, ActivityPub id and page */
export async function publish(
  ctx: Ctx,
  authorId: string,
  story: StoryInput = aStory(),
): Promise<{ id: string; uri: string; url: string }> {
  const id = await saveDraft(ctx, authorId, story);
  const published = await publishStory(ctx, authorId, id, story, READ_THROUGH);
  if (!published.ok) throw new Error(`not publishable: ${JSON.stringify(published.problems)}`);
  return published;
}
