import type { Json } from '../peer-actor.ts';
import { PEERS } from './all.ts';
import { ACTIVITIES } from './common-rules.ts';
import type { DemoScene } from './demo-scene.ts';
import { lines } from './reading.ts';
import { type Known, receive, type Sees, type Simulator, type Verdict } from './simulator.ts';

/** What readers on other servers see of a story, a try and a question, as the simulators say it, in Markdown. */

const arrives = (peer: Simulator, activity: Json, posts: string[] = []): Verdict =>
  receive(
    peer,
    {
      activity,
      size: Buffer.byteLength(JSON.stringify(activity)),
      contentType: 'application/activity+json',
      signatureAgeSeconds: 0,
    },
    { posts: new Set(posts) } satisfies Known,
  );

/** One line for each server. */
export function readersTable(scene: DemoScene): string {
  const rows = PEERS.map((peer) => {
    const { story, attempt } = scene;
    const verdict = arrives(peer, story);
    const edited = arrives(peer, edit(story));
    const holds = verdict.accepted && !isNothing(verdict.sees) ? [story.object.id] : [];
    return [
      peer.name,
      ...ofStory(verdict, story.object),
      share(arrives(peer, scene.mostWords), scene.mostWords.object),
      inWords(edited),
      inWords(arrives(peer, attempt, holds)),
      inWords(arrives(peer, answer(attempt), [SOMETHING_OF_THEIRS])),
      inWords(arrives(peer, scene.question)),
    ];
  });
  return table(
    [
      'Server',
      'The story is',
      'Title',
      'Folded behind',
      'Text',
      'Text of a story with the most words',
      'An edit gives',
      'The try is',
      'A reply to a post of theirs is',
      'The question is',
    ],
    rows,
  );
}

const isNothing = (seen: Sees) => seen.as.startsWith('nothing');

function inWords(verdict: Verdict): string {
  return verdict.accepted ? verdict.sees.as : `refused (${verdict.why})`;
}

function ofStory(verdict: Verdict, object: Json): string[] {
  if (!verdict.accepted || isNothing(verdict.sees)) return [inWords(verdict), '–', '–', '–'];
  const { title, fold } = verdict.sees;
  const folded = fold === object.summary ? 'the teaser' : fold;
  return [inWords(verdict), title || '–', folded || '–', share(verdict, object)];
}

/** How much of the whole text is shown. */
function share(verdict: Verdict, object: Json): string {
  if (!verdict.accepted) return inWords(verdict);
  if (isNothing(verdict.sees)) return '–';
  const shown = verdict.sees.text.join(' ');
  const whole = lines(object.content, 'all').join(' ');
  if (shown === whole) return 'all of it';
  if (whole.startsWith(shown)) return `the first ${shown.length} of ${whole.length} characters`;
  return shown.startsWith(object.summary) ? 'the teaser and a link to the page' : 'something else';
}

/** The story as its author's server sends it after an edit. */
function edit(create: Json): Json {
  const updated = '2026-11-21T12:00:00Z';
  return { ...create, type: 'Update', object: { ...create.object, name: 'Changed', updated } };
}

const SOMETHING_OF_THEIRS = 'https://elsewhere.example/posts/1';
function answer(create: Json): Json {
  return { ...create, object: { ...create.object, inReplyTo: SOMETHING_OF_THEIRS } };
}

/** What stands in somebody's home timeline on Mastodon. */
export function mastodonReading({ story, attempt, question, card }: DemoScene): string {
  const [mastodon] = PEERS as [Simulator];
  const read = (activity: Json) => {
    const verdict = arrives(mastodon, activity);
    if (!verdict.accepted) throw new Error(verdict.why);
    return [verdict.sees.title, ...verdict.sees.text].filter(Boolean).map(quoted).join('\n>\n');
  };
  return [
    'The story:',
    '',
    read(story),
    '>',
    `> Card: **${card.title}** · ${card.description} · ${card.siteName} · by ${card.author} · ${card.image ? 'with a picture' : 'without a picture'} · leads to ${card.url}`,
    '',
    'The try:',
    '',
    read(attempt),
    '',
    'The question:',
    '',
    read(question),
  ].join('\n');
}

const quoted = (line: string) => `> ${line.replaceAll('<', '&lt;')}`;

/** What the simulators take for granted: what all of them do, then what each does beside it. */
export function rulesList(): string {
  const line = (name: string, rules: readonly { says: string }[]) =>
    `* ${name}: ${rules.map(({ says }) => says).join('; ')}.`;
  return [
    line('All', ACTIVITIES),
    ...PEERS.map(({ name, deliveries, served, actors, posts, activities }) =>
      line(name, [
        ...[deliveries, served, actors, posts].flat(),
        ...activities.filter((rule) => !ACTIVITIES.includes(rule)),
      ]),
    ),
  ].join('\n');
}

/** A document, folded. */
export function folded(title: string, document: unknown): string {
  return `<details><summary>${title}</summary>\n\n\`\`\`json\n${JSON.stringify(document, null, 2)}\n\`\`\`\n\n</details>`;
}

export function table(head: string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
