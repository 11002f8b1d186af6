import type { Browser } from './browser.ts';
import type { Scene } from './scene.ts';
import type { Check } from './street.ts';

const TITLE = 'Seven silent seconds';
const GIST = 'A sand timer after each question, and I sit down.';
const EDITED = 'Twelve silent seconds';
const QUESTION = 'Which questions do you use it for?';
const ANSWER = 'Only for those that have more than one answer.';

/** A story's way: published, answered, edited, taken back. */
export function storyChecks(scene: Scene): Check[] {
  const { ajar, snac, ruth, maija } = scene.street;
  return [
    {
      what: 'a published story arrives at snac2',
      async show() {
        scene.story = await scene.publish(TITLE, GIST);
        const { uri } = scene.story;
        const { exchange } = await scene.taken(snac.host, 'Create', uri);
        const html = await scene.timeline('shows it', (page) => page.includes(`>${TITLE}</h3>`));
        const needs = { gist: GIST, text: '<em>nobody</em> speaks', link: `href="${uri}"`, tag: '#Waittime' };
        const missing = Object.entries(needs).filter(([, text]) => !html.includes(text));
        if (missing.length > 0)
          throw new Error(`the timeline lacks its ${missing.map(([name]) => name).join(', ')}`);
        return `Create ${exchange.status}; title, gist, text, tag and a link to ${uri} in the timeline`;
      },
    },
    {
      what: 'the link in snac2 opens the story for a reader',
      async show() {
        const html = await ajar.reader().page(new URL(scene.story.uri).pathname);
        if (!html.includes('<!doctype html>') || !html.includes(TITLE))
          throw new Error('it leads to no page');
        return `${scene.story.uri} leads a browser to ${scene.story.path}`;
      },
    },
    {
      what: 'a reply from snac2 is held for the author, who shows it',
      async show() {
        const { uri, path } = scene.story;
        const isReply = ([name, value]: [string, string]) => name === 'in_reply_to' && value === uri;
        await maija.send('/maija/admin', (form) => form.fields.some(isReply), { content: QUESTION });
        const { exchange } = await scene.taken(ajar.host, 'Create', QUESTION);
        await scene.page(ruth, path, 'Ruth sees it waiting', (html) => {
          const [, held = ''] = html.split('id="held-replies"');
          return held.includes(QUESTION);
        });
        const reader = ajar.reader();
        if ((await reader.page(path)).includes(QUESTION))
          throw new Error('a reader saw it before Ruth decided');
        await ruth.send(path, (form) => form.action.endsWith('/show'), {});
        await scene.page(reader, path, 'a reader sees it', (html) => html.includes(QUESTION));
        return `Create ${exchange.status}; first Ruth alone saw it, after “Show” a reader does`;
      },
    },
    {
      what: 'the author’s answer arrives at snac2',
      async show() {
        const [, answer] = /href="([^"]+\?answer=[^"#]+)/.exec(await ruth.page(scene.story.path)) ?? [];
        if (!answer) throw new Error('there is no way to answer');
        await ruth.send(answer, (form) => /^\/works\/.+\/reply$/.test(form.action), { text: ANSWER });
        const { exchange } = await scene.taken(snac.host, 'Create', ANSWER);
        await scene.timeline('shows the answer', (html) => html.includes(ANSWER));
        return `Create ${exchange.status}; in the timeline`;
      },
    },
    {
      what: 'an edit arrives at snac2',
      async show() {
        const [edit = ''] = /\/write\/story\/\w+/.exec(await ruth.page(scene.story.path)) ?? [];
        const fields = { title: EDITED, changeNote: 'I counted again.', attested: 'yes' };
        await ruth.send(edit, (form) => form.action === edit, fields);
        const { exchange } = await scene.taken(snac.host, 'Update', EDITED);
        await scene.timeline(
          'shows the new title',
          (html) => html.includes(`>${EDITED}</h3>`) && !html.includes(TITLE),
        );
        return `Update ${exchange.status}; the timeline says “${EDITED}” and no longer “${TITLE}”`;
      },
    },
  ];
}

/** The end of it. */
export function takeBackChecks(scene: Scene): Check[] {
  const { ajar, snac } = scene.street;
  return [
    {
      what: 'a take-back arrives at snac2',
      async show() {
        const { uri } = scene.story;
        await scene.takeBack(scene.story);
        const { exchange } = await scene.taken(snac.host, 'Delete', uri);
        await scene.timeline('no longer shows it', (html) => !html.includes(EDITED));
        const { type } = await ajar.document(uri);
        if (type !== 'Tombstone') throw new Error(`its address answers ${type}`);
        return `Delete ${exchange.status}; gone from the timeline, and its address answers with a Tombstone`;
      },
    },
  ];
}

/** A story at a server where nobody follows its author. */
export function strangerChecks(scene: Scene): Check[] {
  const { ajar, snac } = scene.street;
  const title = 'A door left open';
  let story = { uri: '', path: '' };
  let joonas: Browser;
  let search = '';
  return [
    {
      what: 'a user of snac2 who follows nobody finds a story by the address of its page',
      async show() {
        story = await scene.publish(title, GIST);
        joonas = await snac.user('joonas');
        const address = `${ajar.origin}${story.path}`;
        search = `/joonas/admin?q=${encodeURIComponent(address)}`;
        if (!(await joonas.page(search)).includes(`>${title}</h3>`))
          throw new Error('the search does not show it');
        return `a search for ${address} shows it`;
      },
    },
    {
      what: 'a take-back arrives there too',
      async show() {
        await scene.takeBack(story);
        const { exchange } = await scene.taken(snac.host, 'Delete', story.uri);
        await scene.page(
          joonas,
          search,
          'the search finds nothing',
          (html) => !html.includes(`>${title}</h3>`),
        );
        return `Delete ${exchange.status} to ${exchange.path}; the search finds nothing`;
      },
    },
  ];
}
