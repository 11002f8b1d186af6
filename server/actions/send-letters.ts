import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../domain/refusal.ts';
import { letterFor } from '../domain/telling.ts';
import type { Letter } from '../mail/letter.ts';
import type { Post } from '../mail/post.ts';
import { actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';
import { giveBackToTell, setMailTried, takeToTell, type UntoldTry, untoldTries } from '../store/letters.ts';
import { nodeSecret } from '../store/secrets.ts';
import type { Ctx } from './context.ts';

/** Words for letters, from the message files: the composition root hands them in. */
export type Say = (key: LetterKey, params?: Record<string, string | number>) => string;
export type LetterKey =
  | 'letter.tried.subject'
  | 'letter.tried.subject.many'
  | 'letter.tried.one'
  | 'letter.tried.verdict'
  | 'letter.tried.open'
  | 'letter.why'
  | 'letter.stop'
  | `verdict.${'worked' | 'partly' | 'not-yet'}`;

/**
 * Writes to everybody whose work was tried and who has not seen it, outside quiet hours: one letter a person, however
 * many tries. Runs every minute; a letter that the mail server does not take is tried again.
 * @returns how many letters went
 * @throws the first trouble with the mail server, when all others have their letters
 */
export async function sendLetters(ctx: Ctx, post: Post, say: Say): Promise<number> {
  const district = await theDistrict(ctx.db);
  if (!district) return 0;
  const now = ctx.clock.now();
  const untold = await untoldTries(ctx.db, now);
  const decided = untold.map((one) => ({ one, when: letterFor('tried', one, now, district) }));
  const never = decided.filter(({ when }) => when === 'never').map(({ one }) => one.noticeId);
  await takeToTell(ctx.db, never, now);
  const byPerson = Map.groupBy(
    decided.filter(({ when }) => when === 'now').map(({ one }) => one),
    ({ personId }) => personId,
  );
  const from = {
    name: district.name,
    address: district.contactEmail || `ajar@${ctx.host.replace(/:\d+$/, '')}`,
  };
  const [people, secret] = await Promise.all([actorsByIds(ctx.db, [...byPerson.keys()]), mailSecret(ctx.db)]);
  let count = 0;
  let trouble: unknown = null;
  for (const [personId, tries] of byPerson) {
    // just before each letter, so that a process that ends here loses one at most
    const ids = new Set(
      await takeToTell(
        ctx.db,
        tries.map(({ noticeId }) => noticeId),
        now,
      ),
    );
    const mine = tries.filter(({ noticeId }) => ids.has(noticeId));
    const person = people.get(personId);
    if (mine.length === 0 || !person) continue;
    const stop = `${ctx.origin}/mail/stop/${stopToken(secret, personId)}`;
    const name = person.name || person.handle;
    try {
      await post.send(letterAbout(mine, name, stop, ctx.origin, district.languages[0] ?? 'en', say), from);
      count += 1;
    } catch (error) {
      // an address that is refused for good is not asked again; the others get theirs all the same
      trouble ??= error;
      if (!isForGood(error)) await giveBackToTell(ctx.db, [...ids]);
    }
  }
  if (trouble !== null) throw trouble;
  return count;
}

/** RFC 5321, 4.2.1: 5yz, a permanent failure. */
function isForGood(error: unknown): boolean {
  const code = (error as { responseCode?: number }).responseCode ?? 0;
  return code >= 500 && code < 600;
}

function letterAbout(
  tries: readonly UntoldTry[],
  name: string,
  stop: string,
  origin: string,
  lang: string,
  say: Say,
): Letter {
  const [first] = tries as [UntoldTry, ...UntoldTry[]];
  const line = ({ triedBy, triedByHost, title, verdict }: UntoldTry): string => {
    const who = triedByHost ? `${triedBy} (${triedByHost})` : triedBy;
    const said = say('letter.tried.one', { who, title });
    const word = (['worked', 'partly', 'not-yet'] as const).find((one) => one === verdict);
    return word ? `${said} ${say('letter.tried.verdict', { verdict: say(`verdict.${word}`) })}` : said;
  };
  const only = tries.length === 1;
  return {
    to: { name, address: first.email },
    subject: only
      ? say('letter.tried.subject', { who: first.triedBy, title: first.title })
      : say('letter.tried.subject.many', { count: tries.length }),
    paragraphs: tries.slice(0, 20).map(line),
    link: {
      label: say('letter.tried.open'),
      href: only ? (first.workUrl ?? first.workUri) : `${origin}/notifications`,
    },
    footer: say('letter.why'),
    stop: { label: say('letter.stop'), href: stop },
    lang,
  };
}

const mailSecret = (db: Db) => nodeSecret(db, 'mail-stop');
type Secret = Awaited<ReturnType<typeof mailSecret>>;

function signature(secret: Secret, actorId: string): Buffer {
  return createHmac('sha256', secret).update(actorId).digest().subarray(0, 18);
}

/** What stands in the address that stops letters to a person: nobody can make one for somebody else. */
function stopToken(secret: Secret, actorId: string): string {
  return `${actorId}.${signature(secret, actorId).toString('base64url')}`;
}

/**
 * Stops letters to the person whose address it is, without signing in.
 * @throws Refusal `not-found no-person` for an address that was not made here
 */
export async function stopLetters(ctx: Ctx, token: string): Promise<void> {
  const [actorId = '', given = ''] = token.slice(0, 200).split('.');
  const right = signature(await mailSecret(ctx.db), actorId);
  const sent = Buffer.from(given, 'base64url');
  if (sent.length !== right.length || !timingSafeEqual(sent, right))
    throw new Refusal('not-found', 'no-person');
  await setMailTried(ctx.db, actorId, false);
}

/** @param wanted whether a letter comes when somebody tried one's work */
export async function wantLetters(ctx: Ctx, actorId: string, wanted: boolean): Promise<void> {
  await setMailTried(ctx.db, actorId, wanted);
}
