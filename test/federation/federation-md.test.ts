import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { INBOUND_LIMITS, type Rate } from '../../federation/inbound-limits.ts';
import { HANDLERS } from '../../federation/inbox/handlers.ts';
import { CONTEXT, TEACHING_PRACTICE } from '../../federation/translate/context.ts';
import { TRY_TABLE } from '../../server/domain/adaptation.ts';
import { TABLE_LIMITS } from '../../server/domain/evidence-table.ts';
import { PHOTO_LIMITS } from '../../server/domain/photo.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { openHttpServer } from '../../server/http-server.ts';
import { type DemoScene, demoScene } from '../support/peers/demo-scene.ts';
import { folded, mastodonReading, readersTable, rulesList, table } from '../support/peers/table.ts';
import { schemaProblems } from '../support/wire-schemas.ts';

const FILE = new URL('../../FEDERATION.md', import.meta.url);
const START = (name: string) => `<!-- made by test/federation/federation-md.test.ts: ${name} -->`;
const END = '<!-- end -->';

/** The text with what stands between the markers of a part replaced. */
function withPart(text: string, name: string, part: string): string {
  const from = text.indexOf(START(name));
  const to = text.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error(`FEDERATION.md has no part ${name}`);
  return `${text.slice(0, from)}${START(name)}\n\n${part}\n\n${text.slice(to)}`;
}

const l = LIMITS;
const CAPS: [what: string, ours: string, theirs: string][] = [
  ['title', `${l.title}`, `${l.remoteTitle}`],
  ['gist (`summary`)', `${l.gist}`, `${l.remoteSummary}`],
  ['story', `${l.words} words, ${l.section} to a section`, `${l.remoteHtml} of \`content\``],
  [
    'try: context, changed, kept, happened, tip',
    [l.tryContext, l.tryChanged, l.tryKept, l.tryHappened, l.tryTip].join(', '),
    'the same',
  ],
  ['question', `${l.question}`, `${l.remoteHtml} of \`content\``],
  [
    'try: its table',
    `${TRY_TABLE.columns} columns, ${TRY_TABLE.rows} rows`,
    `${TABLE_LIMITS.columns} columns, ${TABLE_LIMITS.rows} rows`,
  ],
  ['reply', `${l.reply}`, `${l.remoteHtml} of \`content\``],
  ['thank-you', `${l.thanksMin} to ${l.thanks}`, `${l.remoteHtml} of \`content\``],
  ['name of a person', `${l.name}`, `${l.remoteName}`],
  ['about oneself', `${l.bio}`, `${l.remoteBio}`],
  ['lines of a profile', '8', `${l.remoteFields} of ${l.remoteFieldText}`],
  ['hashtags; mentions', '10; who is named', `${l.remoteTags}; ${l.remoteMentions}`],
  ['`tp:lineage`', `${l.lineage}`, `${l.lineage}`],
  [
    'photos; the text of one',
    `1 of ${PHOTO_LIMITS.perStory} on the page; ${PHOTO_LIMITS.alt}`,
    `up to ${l.remotePhotos} counted, none fetched`,
  ],
  ['an address', `${l.url}`, `${l.url}`],
];

const many = (count: number): string => count.toLocaleString('en');
const i = INBOUND_LIMITS;
const { bounds } = openHttpServer(() => undefined);
const rate = ({ burst, perSecond }: Rate) => `${many(burst)} at once, then ${perSecond} a second`;
const mib = (bytes: number) => `${bytes / 1_048_576} MiB`;
const s = (ms: number) => `${ms / 1_000} s`;
const INBOUND: [what: string, most: string, more: string][] = [
  ['requests to inboxes from one address (IPv6: one /64), before anything is read', rate(i.address), '429'],
  ['signed requests of one server', rate(i.host), '429'],
  ['signed requests of one actor', rate(i.actor), '429'],
  ['requests that are checked at the same time; in line behind them', `${i.atOnce}; ${i.inLine}`, '503'],
  ['bodies in memory, in all; of one address', `${mib(i.heldBytes)}; ${mib(i.heldBytesOfAddress)}`, '503'],
  ['activities of one server that wait to be handled', many(i.waitingOfHost), '429'],
  ['activities that wait to be handled, in all', many(i.waiting), '503'],
  ['bodies of activities of one server that wait to be handled', mib(i.waitingBytesOfHost), '429'],
  ['bodies of activities that wait to be handled, in all', mib(i.waitingBytes), '503'],
  ['unknown keys asked for at the same time; in line behind them', `${i.keysAtOnce}; ${i.keysInLine}`, '503'],
  ['the same for one address', `${i.keysAtOnceOfAddress}; ${i.keysInLineOfAddress}`, '503'],
  [
    'unknown keys for an address after one that could not be had, or that had not signed',
    `none for ${i.stopSeconds / 60} minutes; known keys are believed all the while`,
    '503',
  ],
  [
    'looks for a new key because a signature does not hold, for one address',
    `${i.newKeys.burst} at once, then ${Math.round(i.newKeys.perSecond * 60)} a minute`,
    '503',
  ],
  ['servers of one registrable domain that are new here', `${i.newHosts} a day`, '429'],
  [
    'people of one server who are new here',
    `${many(i.newActors)} a day; ${i.newActorsOfNewHost} on its first day`,
    '429',
  ],
  ['the time for the headers of a request', s(bounds.headersMs), '408, cut'],
  ['the time for its body; with photos', `${s(bounds.bodyMs)}; ${s(bounds.uploadMs)}`, '408, cut'],
];

describe('FEDERATION.md', () => {
  let scene: DemoScene;
  let text: string;

  beforeAll(async () => {
    text = readFileSync(FILE, 'utf8');
    scene = await demoScene();
  });

  test('its examples and tables are what the code does', () => {
    // written once, in front of both
    const { '@context': storyContext, ...story } = scene.story;
    const { '@context': tryContext, ...attempt } = scene.attempt;
    const { '@context': callContext, ...question } = scene.question;
    for (const context of [storyContext, tryContext, callContext]) expect(context).toEqual(CONTEXT);
    const parts = {
      terms: [
        folded('The context of every story, try and question', { '@context': CONTEXT }),
        folded('A story as it is sent (with the context above)', story),
        folded('A try of it, from another node (with the context above)', attempt),
        folded('A question (with the context above)', question),
      ].join('\n\n'),
      readers: readersTable(scene),
      mastodon: mastodonReading(scene),
      rules: rulesList(),
      inbound: table(['What', 'At most', 'More is'], INBOUND),
      caps: table(['In characters', 'written here', 'read from others'], CAPS),
    };
    let made = text;
    for (const [name, part] of Object.entries(parts)) made = withPart(made, name, part);
    if (process.env.UPDATE_DOCS === '1') {
      writeFileSync(FILE, made);
      text = made;
    }
    expect(text).toBe(made);
  });

  test('its examples follow the published schemas', () => {
    for (const [name, create] of [
      ['story', scene.story],
      ['try', scene.attempt],
      ['call', scene.question],
    ] as const)
      expect(schemaProblems(name, { '@context': CONTEXT, ...create.object })).toEqual([]);
  });

  test('it names every activity that is read and every term that is defined', () => {
    const understood = text.slice(text.indexOf('## What is understood'), text.indexOf('## Our own terms'));
    for (const type of Object.keys(HANDLERS)) expect(understood).toContain(`\n| \`${type}\` |`);
    const terms = Object.keys(TEACHING_PRACTICE).filter((term) => /^tp:|isBasedOn|license/.test(term));
    const sent = Object.keys({
      ...scene.story.object,
      ...scene.attempt.object,
      ...scene.question.object,
    }).filter((key) => key.startsWith('tp:'));
    const explained = text.slice(text.indexOf('## Our own terms'), text.indexOf(START('terms')));
    for (const term of new Set([...terms, ...sent])) expect(explained).toContain(`\`${term}\``);
  });
});
