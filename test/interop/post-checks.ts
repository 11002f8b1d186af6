import { plain } from './forms.ts';
import type { Scene } from './scene.ts';
import type { Check } from './street.ts';

const POST = 'Today my class built a bridge of paper.';

/** Following a user of snac2, and what she posts. */
export function postChecks(scene: Scene): Check[] {
  const { ajar, snac, ruth, maija } = scene.street;
  const { handles, uris } = scene;
  const path = `/${handles.maija}`;
  let uri = '';
  return [
    {
      what: 'an Ajar teacher finds a user of snac2 by handle and follows her',
      async show() {
        await ruth.page(`/search?q=${encodeURIComponent(handles.maija)}`);
        await ruth.send(path, (form) => form.action.endsWith('/follow'), {});
        await scene.page(ruth, path, 'the follow is accepted', (html) => html.includes('You follow them.'));
        await scene.ruthFollows(true);
        const { exchange } = await scene.taken(ajar.host, 'Accept', uris.ruth);
        return `Accept ${exchange.status}; ${path} says “You follow them.”, snac2 lists ${handles.ruth} as a follower`;
      },
    },
    {
      what: 'the Ajar teacher reads a post of the user of snac2',
      async show() {
        await snac.command('note', 'maija', `${POST} #bridges`);
        const { exchange, json } = await scene.taken(ajar.host, 'Create', POST);
        uri = (json.object as { id: string }).id;
        const html = await scene.page(ruth, path, `${path} shows it`, (page) => plain(page).includes(POST));
        if (!html.includes(`href="${uri}"`)) throw new Error(`there is no link to ${uri}`);
        return `Create ${exchange.status}; ${path} shows it with a link to the original`;
      },
    },
    {
      what: 'a post deleted at snac2 is gone at Ajar',
      async show() {
        const isIt = ([name, value]: [string, string]) => name === 'id' && value === uri;
        await maija.send('/maija/admin', (form) => form.fields.some(isIt), { action: 'Delete' });
        const { exchange } = await scene.taken(ajar.host, 'Delete', uri);
        await scene.page(ruth, path, `${path} no longer shows it`, (html) => !plain(html).includes(POST));
        return `Delete ${exchange.status}; no longer on ${path}`;
      },
    },
  ];
}
