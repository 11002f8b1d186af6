import { askQuestion } from '../../../server/actions/ask-question.ts';
import { reportTry } from '../../../server/actions/report-try.ts';
import { readDemo } from '../../../server/demo/data.ts';
import { aTeacher, openDistrict, publish, type TestDistrict } from '../district.ts';
import { type Account, fetchResource, processAccount, webfinger } from '../mastodon-account.ts';
import { type Card, cardOf } from '../mastodon-card.ts';
import { statusOf } from '../mastodon-status.ts';
import { asList, type Json } from '../peer-actor.ts';
import { aQuestion } from '../questions.ts';
import { productionNames } from './production.ts';
import { AP_ACCEPT } from './simulator.ts';
import { demoStory, demoTry, MOST_WORDS } from './stories.ts';

/** The demo story and the try of it in another district, as they are really emitted, with names that last. */
export interface DemoScene {
  /** the Create of the story, as in its author's outbox */
  story: Json;
  /** the Create of a story with as many words as are allowed */
  mostWords: Json;
  /** the Create of the try */
  attempt: Json;
  /** the Create of a question */
  question: Json;
  /** the preview card that Mastodon makes from the story's page */
  card: Card;
}

const NOON = new Date('2026-11-20T12:00:00Z');

/** Two districts of the demo: the teacher of the one publishes, the teacher of the other tries. */
export async function demoScene(): Promise<DemoScene> {
  const clock = { now: () => NOON };
  const [pine, koivu] = await Promise.all([
    openDistrict('Pine Hollow School District', 'pinehollow', { clock }),
    openDistrict('Koivuranta', 'koivuranta', { clock }),
  ]);
  try {
    const [ruth, marja] = [await aPerson(pine, 'ruth'), await aPerson(koivu, 'marja')];
    const story = await publish(pine.ctx, ruth, demoStory('seven-silent-seconds'));
    const mostWords = await publish(pine.ctx, ruth, MOST_WORDS);
    const question = await askQuestion(pine.ctx, ruth, aQuestion());
    await koivu.ctx.lookup.object(story.uri);
    const attempt = await reportTry(koivu.ctx, marja, story.uri, demoTry());
    const named = productionNames({
      [pine.origin]: 'pinehollow.example',
      [koivu.origin]: 'koivuranta.example',
    });
    const short: Record<string, string> = {
      [ruth]: '01ruth',
      [marja]: '01marja',
      [idOf(story.uri)]: '01story',
      [idOf(attempt.uri)]: '01try',
      [idOf(question.uri)]: '01question',
    };
    const lasting = <T>(value: T): T => {
      let text = named(JSON.stringify(value));
      for (const [id, name] of Object.entries(short)) text = text.replaceAll(id, name);
      return JSON.parse(text);
    };
    const outbox = await createsOf(`${pine.origin}/ap/actors/${ruth}`);
    const [tried] = await createsOf(`${koivu.origin}/ap/actors/${marja}`);
    const created = (uri: string) => outbox.find(({ object }) => object.id === uri) as Json;
    return {
      story: lasting(created(story.uri)),
      mostWords: lasting(created(mostWords.uri)),
      attempt: lasting(tried as Json),
      question: lasting(created(question.uri)),
      card: lasting(await cardFor(created(story.uri))),
    };
  } finally {
    await Promise.all([pine.stop(), koivu.stop()]);
  }
}

function aPerson(district: TestDistrict, handle: string): Promise<string> {
  const found = readDemo().people.find((one) => one.handle === handle);
  if (!found) throw new Error(`nobody in the demo is called ${handle}`);
  const { name, bio, subjects, ageMin, ageMax } = found;
  return aTeacher(district.ctx, handle, { name, bio, subjects, ageMin, ageMax });
}

const idOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
const asker = { get: (address: string) => fetch(address, { headers: { accept: AP_ACCEPT } }) };

/** The activities of an outbox, each with the context of its page. */
async function createsOf(actor: string): Promise<Json[]> {
  const page = await fetchResource(asker, `${actor}/outbox?page=first`);
  return asList(page.orderedItems).map((one) => ({ '@context': page['@context'], ...one }));
}

async function cardFor({ object }: Json): Promise<Card> {
  const accountOf = async (acct: string): Promise<Account> =>
    processAccount(await fetchResource(asker, (await webfinger(acct)).self));
  const card = await cardOf(statusOf(object, { followersUrl: '' } as Account), accountOf);
  if (!card) throw new Error('the page makes no card');
  return card;
}
