import { sql } from 'kysely';
import { addPerson } from '../../../server/actions/add-person.ts';
import type { Ctx } from '../../../server/actions/context.ts';
import { saveDraft } from '../../../server/actions/save-draft.ts';
import { setUpDistrict } from '../../../server/actions/set-up-district.ts';
import { actorUri } from '../../../server/domain/addresses.ts';
import { systemClock } from '../../../server/domain/clock.ts';
import { type StoryInput, storyInput } from '../../../server/domain/work.ts';
import { openMedia } from '../../../server/media/media.ts';
import { openDb } from '../../../server/store/db.ts';
import { freePort } from '../../support/free-port.ts';
import { PASSWORD } from '../../support/password.ts';
import type { SentFile } from '../../support/visitor.ts';
import { type Answer, ask, type Question } from './ask.ts';
import { prepareEmbedded } from './cluster.ts';
import type { NodeSettings } from './node-process.ts';

/** The district that is drilled: its database seen from beside, and one teacher who publishes. */
export interface School {
  origin: string;
  /** for `NodeProcess` */
  settings: NodeSettings;
  ctx: Ctx;
  inbox: string;
  ruth: { id: string; uri: string };
  close(): Promise<void>;
}

/** A district on the embedded database of `dataDir`, named and with one teacher; no node runs yet. */
export async function embeddedSchool(dataDir: string): Promise<School> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let ruth = '';
  const url = await prepareEmbedded(dataDir, async (address) => {
    ruth = await furnish(address, origin);
  });
  return enter(url, origin, { PORT: String(port), DATA_DIR: dataDir }, ruth);
}

/** The same in a migrated database of a cluster. */
export async function schoolIn(databaseUrl: string): Promise<School> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const ruth = await furnish(databaseUrl, origin);
  return enter(databaseUrl, origin, { PORT: String(port), DATABASE_URL: databaseUrl }, ruth);
}

function contextOn(url: string, origin: string): { ctx: Ctx; close(): Promise<void> } {
  const { db, close } = openDb(url, { max: 10 });
  const never = () => Promise.reject(new Error('drills look nothing up'));
  const lookup = { actor: never, object: never, ownServer: never };
  const media = openMedia('/nonexistent');
  return { ctx: { db, clock: systemClock, origin, host: new URL(origin).host, lookup, media }, close };
}

async function furnish(url: string, origin: string): Promise<string> {
  const { ctx, close } = contextOn(url, origin);
  try {
    await setUpDistrict(ctx, {
      districtName: 'Pine Hollow',
      shortName: 'pinehollow',
      country: '',
      timezone: 'UTC',
      language: 'en',
    });
    return await addPerson(ctx, {
      handle: 'ruth',
      name: 'Ruth',
      email: 'ruth@school.example',
      password: PASSWORD,
      label: 'teacher',
      bio: '',
      subjects: ['sciences'],
      ageMin: 15,
      ageMax: 16,
    });
  } finally {
    await close();
  }
}

function enter(url: string, origin: string, settings: NodeSettings, ruth: string): School {
  return {
    origin,
    settings,
    inbox: `${origin}/ap/inbox`,
    ruth: { id: ruth, uri: actorUri(origin, ruth) },
    ...contextOn(url, origin),
  };
}

/** A story that can be published. */
export function aStory(title: string): StoryInput {
  return storyInput.parse({
    title,
    gist: 'A sand timer after each question, and I sit down.',
    sections: [
      { key: 'how', markdown: 'I ask, I turn it over, and *nobody* speaks until the sand has run.' },
    ],
    subjects: ['sciences'],
    ageMin: 15,
    ageMax: 16,
    audience: 'everyone',
  });
}

/** The same, and everybody may answer it at once, however many do. */
export function anOpenStory(title: string): StoryInput {
  return { ...aStory(title), replyPolicy: 'everyone' };
}

/** Drafts of Ruth's, ready to be published. */
export function drafts(school: School, count: number, title = 'Seven silent seconds'): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      saveDraft(school.ctx, school.ruth.id, aStory(`${title} ${index}`)),
    ),
  );
}

/** Ruth at the web pages of the node. */
export class Session {
  readonly #school: School;
  readonly #cookie: string;

  private constructor(school: School, cookie: string) {
    this.#school = school;
    this.#cookie = cookie;
  }

  static async open(school: School): Promise<Session> {
    const { origin } = school;
    const body = new URLSearchParams({ email: 'ruth@school.example', password: PASSWORD }).toString();
    const answer = await ask(`${origin}/sign-in`, { method: 'POST', headers: { origin, ...FORM }, body });
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
    if (answer.status !== 303 || !cookie) throw new Error(`signing in was answered ${answer.status}`);
    return new Session(school, cookie);
  }

  get(path: string, more: Question = {}): Promise<Answer> {
    return ask(`${this.#school.origin}${path}`, { ...more, headers: { cookie: this.#cookie } });
  }

  post(path: string, form: Record<string, string> = {}, more: Question = {}): Promise<Answer> {
    const { origin } = this.#school;
    const headers = { origin, cookie: this.#cookie, ...FORM };
    return ask(`${origin}${path}`, {
      ...more,
      method: 'POST',
      headers,
      body: new URLSearchParams(form).toString(),
    });
  }

  /** Sends the form of a photo, as browsers do. */
  upload(path: string, { bytes, type, name }: SentFile): Promise<Answer> {
    const { address, headers } = this.target(path);
    const mark = 'ajar-drill';
    const head = `--${mark}\r\ncontent-disposition: form-data; name="photo"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]);
    const form = { 'content-type': `multipart/form-data; boundary=${mark}` };
    return ask(address, { method: 'POST', headers: { ...headers, ...form }, body });
  }

  /** Where something is sent, and what says that it comes from one of our pages and from whom. */
  target(path: string): { address: string; headers: Record<string, string> } {
    const { origin } = this.#school;
    return { address: `${origin}${path}`, headers: { origin, cookie: this.#cookie } };
  }

  /** Says that the story was read through and presses "Publish". Acknowledged when the answer is 303. */
  publish(id: string): Promise<Answer> {
    return this.post(`/write/story/${id}/publish`, { attested: 'yes' });
  }

  takeBack(id: string): Promise<Answer> {
    return this.post(`/write/story/${id}/take-back`, { reason: 'mistake' });
  }

  /** Keeps a new draft. @returns its id when it was acknowledged, else the answer */
  async draft(title: string, more: Question = {}): Promise<{ id: string } | Answer> {
    const answer = await this.post('/write/story', { title }, more);
    const id = /^\/write\/story\/(\w{26})\//.exec(answer.headers.location ?? '')?.[1];
    return answer.status === 303 && id ? { id } : answer;
  }
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** What still waits in the queues of the node. */
export async function waiting(
  school: School,
): Promise<{ events: number; deliveries: number; inbox: number }> {
  const result = await sql<{ events: number; deliveries: number; inbox: number }>`
    select (select count(*)::int from outgoing_event where done_at is null) as events,
      (select count(*)::int from delivery where state = 'waiting') as deliveries,
      (select count(*)::int from inbox_activity where state = 'waiting') as inbox`.execute(school.ctx.db);
  return result.rows[0] as { events: number; deliveries: number; inbox: number };
}

/** Waits until nothing waits any more. @returns seconds it took @throws Error with what still waits */
export async function untilQuiet(school: School, seconds: number): Promise<number> {
  const before = performance.now();
  for (;;) {
    const left = await waiting(school);
    const took = (performance.now() - before) / 1000;
    if (left.events + left.deliveries + left.inbox === 0) return took;
    if (took > seconds) throw new Error(`after ${seconds} s there still wait ${JSON.stringify(left)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
