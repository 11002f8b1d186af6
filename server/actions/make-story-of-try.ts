import { hideSmall } from '../check/small-table.ts';
import type { Adaptation } from '../domain/adaptation.ts';
import { isOwn } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import { tryWords } from '../domain/try-words.ts';
import { SUBJECTS } from '../domain/vocabulary.ts';
import { type StoryInput, storyInput } from '../domain/work.ts';
import { lockAdaptation } from '../store/adaptations.ts';
import { theDistrict } from '../store/districts.ts';
import { inTransaction } from '../store/tx.ts';
import { draftBuiltOn } from '../store/works.ts';
import { tableMarkdown } from '../text/table-text.ts';
import type { Ctx } from './context.ts';
import { saveDraft } from './save-draft.ts';

/**
 * "Make it a story of my own": a draft that was built on an own try and begins with what was told there. Pressed again,
 * it is the same draft, as long as that is one.
 * @param audience whom the story is for until its author chooses
 * @returns the draft's id
 * @throws Refusal `not-found no-work` for everybody but the author, and when the try was taken back
 */
export async function makeStoryOfTry(
  ctx: Ctx,
  actorId: string,
  tryId: string,
  audience: StoryInput['audience'],
): Promise<string> {
  return inTransaction(ctx.db, async (tx) => {
    const attempt = await lockAdaptation(tx, tryId);
    if (!isOwn(attempt, actorId) || attempt.state === 'withdrawn') throw new Refusal('not-found', 'no-work');
    const begun = await draftBuiltOn(tx, actorId, attempt.uri);
    if (begun) return begun;
    const smallN = (await theDistrict(tx))?.smallN ?? 10;
    return saveDraft({ ...ctx, db: tx }, actorId, storyOf(attempt, audience, smallN));
  });
}

function storyOf(attempt: Adaptation, audience: StoryInput['audience'], smallN: number): StoryInput {
  const { context, changed, kept, happened, tip, lang, evidence } = attempt;
  const words = tryWords(lang);
  const part = (heading: string, text: string) => (text === '' ? [] : [`**${heading}**`, text]);
  // it may go further than the try did: numbers that stayed among colleagues do not come along
  const tables = evidence.flatMap((table) => hideSmall(table, smallN) ?? []);
  const sections = [
    { key: 'where', markdown: context },
    { key: 'how', markdown: [...part(words.changed, changed), ...part(words.kept, kept)].join('\n\n') },
    {
      key: 'students',
      markdown: [happened, ...tables.map((table) => tableMarkdown(table, lang))].join('\n\n'),
    },
    { key: 'next', markdown: tip },
  ];
  return storyInput.parse({
    lang,
    gistOther: attempt.gistOther,
    sections: sections.filter(({ markdown }) => markdown !== ''),
    subjects: SUBJECTS.filter((subject) => attempt.subjects.includes(subject)).slice(0, 3),
    ageMin: attempt.ageMin,
    ageMax: attempt.ageMax,
    audience,
    builtOn: [{ uri: attempt.uri }],
  });
}
