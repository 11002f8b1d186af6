import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { noteHostFacts } from '../../server/actions/note-host.ts';
import { outsideStops } from '../../server/actions/outside-stops.ts';
import { receiveReply, threadOf } from '../../server/actions/receive-reply.ts';
import { receiveTry } from '../../server/actions/receive-try.ts';
import type { Actor } from '../../server/domain/actor.ts';
import type { ReceivedNote } from '../../server/domain/received.ts';
import { adaptationByUri } from '../../server/store/adaptations.ts';
import { placeOfEdge } from '../../server/store/lineage.ts';
import { replyByUri } from '../../server/store/replies.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { aStranger } from '../support/strangers.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const MAIL = 'maya.lopez@family.example';
const RULES = { smallN: 10, idPatterns: ['PH-####@'] };

describe('words about students from other servers', () => {
  let node: TestDistrict;
  let ruthId: string;
  let ruth: Visitor;
  let sam: Actor;
  let story: { id: string; uri: string; url: string };
  let page: string;

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    ruth = await signedIn(node.origin, 'ruth');
    sam = await aStranger(node.ctx, 'sam');
  });
  beforeEach(async () => {
    await node.ctx.db.deleteFrom('notice').execute();
    story = await publish(node.ctx, ruthId, aStory({ replyPolicy: 'everyone' }));
    page = new URL(story.url).pathname;
  });
  afterAll(() => node?.stop());

  const hour = (n: number) => new Date(Date.UTC(2026, 2, 1, 9 + n));
  let count = 0;
  async function says(contentHtml: string, more: Partial<ReceivedNote & { inReplyTo: string }> = {}) {
    const thread = await threadOf(node.ctx, story.uri);
    if (!thread) throw new Error('no thread');
    count += 1;
    const note = {
      ...{
        type: 'note' as const,
        uri: `${sam.uri}/notes/${count}`,
        url: null,
        authorUri: sam.uri,
        lang: 'en',
      },
      ...{ publishedAt: hour(0), updatedAt: null, lineage: [], isPublic: true, raw: {}, mentions: [] },
      ...{ contentHtml, inReplyTo: story.uri, ...more },
    };
    await receiveReply(node.ctx, sam, thread, note);
    return note.uri;
  }
  const stateOf = async (uri: string) => (await replyByUri(node.ctx.db, uri))?.state;
  const kinds = async () =>
    (await node.ctx.db.selectFrom('notice').select('kind').where('person_id', '=', ruthId).execute()).map(
      ({ kind }) => kind,
    );

  test('wait although everybody may answer, and their author is told why', async () => {
    const uri = await says(`<p>Maya? Write to her mother: ${MAIL}</p>`);
    expect([await stateOf(uri), await kinds()]).toEqual(['held', ['reply-held']]);
    expect((await new Visitor(node.origin).get(page)).text).not.toContain(MAIL);
    const { text } = await ruth.get(page);
    expect(text).toContain('there may be something about a student');
    expect(text).toContain('<li>An e-mail address</li>');
    const id = (await replyByUri(node.ctx.db, uri))?.id ?? '';
    await decideReply(node.ctx, ruthId, id, 'show');
    expect(await stateOf(uri)).toBe('shown');
  });

  test('others appear at once, and nothing is said of why', async () => {
    const uri = await says('<p>I waited as well. 14 of my 26 students spoke.</p>');
    expect([await stateOf(uri), await kinds()]).toEqual(['shown', ['replied']]);
    expect((await ruth.get(page)).text).not.toContain('there may be something about a student');
  });

  test('an edit of a reply that is shown makes it wait again', async () => {
    const uri = await says('<p>I waited as well.</p>');
    expect(await stateOf(uri)).toBe('shown');
    await says(`<p>I waited as well, says ${MAIL}.</p>`, { uri, updatedAt: hour(1) });
    expect(await stateOf(uri)).toBe('held');
    expect(await kinds()).toContain('reply-held');
    expect((await new Visitor(node.origin).get(page)).text).not.toContain(MAIL);
  });

  test('a thank-you waits too', async () => {
    const uri = await says(`<p>Thank you! Maya was born on 3 May 2012.</p>`, { thanks: 'used-it' });
    expect(await stateOf(uri)).toBe('held');
  });

  test('a try waits for what is in its answers or its table, and its edits do', async () => {
    const tried = async (more: object) => {
      count += 1;
      const uri = `https://${sam.host}/tries/${count}`;
      const received = {
        ...{ type: 'try' as const, uri, url: null, authorUri: sam.uri, lang: 'en', publishedAt: hour(0) },
        ...{ updatedAt: null, lineage: [], isPublic: true, raw: {}, contentHtml: '<p>I tried.</p>' },
        ...{ ofUri: story.uri, context: '', changed: 'Pairs.', kept: '', happened: 'More spoke.', tip: '' },
        ...{
          verdict: 'worked' as const,
          evidence: [],
          gistOther: [],
          subjects: [],
          ageMin: null,
          ageMax: null,
        },
        ...more,
      };
      await receiveTry(node.ctx, sam, received, false);
      const row = node.ctx.db.selectFrom('adaptation').select('state').where('uri', '=', received.uri);
      return { state: (await row.executeTakeFirstOrThrow()).state, uri: received.uri };
    };
    await noteHostFacts(node.ctx, sam.host ?? '', {
      software: null,
      features: ['teaching-practice/1'],
    } as never);
    const fine = await tried({});
    expect(fine.state).toBe('published');
    expect((await tried({ happened: `Write to ${MAIL}.` })).state).toBe('held');
    const column = { min: null, max: null, unit: '', n: null, total: false };
    const table = {
      ...{ caption: '', nName: 'n', chart: 'none' as const, from: null, to: null, how: '' },
      columns: [
        { ...column, name: 'Group', type: 'label' as const },
        { ...column, name: 'Spoke', type: 'count' as const },
      ],
      rows: [{ cells: ['Newcomers', 3], n: 5, total: false }],
    };
    expect((await tried({ evidence: [table] })).state).toBe('held');
    const edited = await tried({ uri: fine.uri, updatedAt: hour(1), tip: `Ask ${MAIL}.` });
    expect(edited.state).toBe('held');
    expect((await ruth.get(page)).text).toContain('<li>An e-mail address</li>');
    const placeOf = (uri: string) => placeOfEdge(node.ctx.db, uri, story.uri);
    expect(await placeOf(edited.uri)).toBe('held');
    const { id = '' } = (await adaptationByUri(node.ctx.db, edited.uri)) ?? {};
    await decideReply(node.ctx, ruthId, id, 'show');
    expect([(await adaptationByUri(node.ctx.db, edited.uri))?.state, await placeOf(edited.uri)]).toEqual([
      'published',
      'shown',
    ]);
    // what she has hidden is not brought before her again
    await decideReply(node.ctx, ruthId, id, 'hide');
    await node.ctx.db.deleteFrom('notice').execute();
    await tried({ uri: fine.uri, updatedAt: hour(2), tip: `Do ask ${MAIL}.` });
    expect([await placeOf(edited.uri), await kinds()]).toEqual(['hidden', []]);
  });

  test.each([
    ['<p>maya<b>.lopez</b>@family.example</p>', ['email']],
    ['<p>Syntynyt 3.5.2012, hetu 030512A123K</p>', ['birth-date']],
    ['<p>geboren am 3. Mai 2012</p>', ['birth-date']],
    ['<p>née le 3 mai 2012</p>', ['birth-date']],
    ['<p>nacida el 3 de mayo de 2012</p>', ['birth-date']],
    ['<p>Number PH-2041K</p>', ['id-number']],
    ['<table><tr><th>Group</th><th>Passed</th></tr><tr><td>Ours</td><td>4</td></tr></table>', ['small-cell']],
    [
      '<p><a class="mention" href="https://school.example/@ruth">@<span>ruth</span></a> @ruth@school.example I waited.</p>',
      [],
    ],
    ['<p>Maya spoke.</p>', []],
  ])('stops in whatever language: %s', (html, types) => {
    expect(outsideStops({ html }, RULES)).toEqual(expect.arrayContaining(types));
    if (types.length === 0) expect(outsideStops({ html }, RULES)).toEqual([]);
  });
});
