import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../support/eventually.ts';
import type { Browser } from './browser.ts';
import type { Street } from './street.ts';
import type { Exchange } from './tls-proxy.ts';

type Json = Record<string, unknown>;

/** A story's id, and the path of its page. */
interface Story {
  uri: string;
  path: string;
}

/** What the checks know of each other, and ways to look at both houses. */
export class Scene {
  readonly street: Street;
  readonly handles: { ruth: string; maija: string };
  /** ids of the two; Ruth's is found in the first check */
  readonly uris: { ruth: string; maija: string };
  /** the story that the checks follow */
  story: Story = { uri: '', path: '' };

  constructor(street: Street) {
    this.street = street;
    this.handles = { ruth: `@ruth@${street.ajar.host}`, maija: `@maija@${street.snac.host}` };
    this.uris = { ruth: '', maija: `${street.snac.origin}/maija` };
  }

  /** Ruth publishes a story for everyone, by the command line. */
  async publish(title: string, gist: string): Promise<Story> {
    const file = join(this.street.folder, 'story.md');
    writeFileSync(file, storyFile(title, gist));
    const [url = '', uri = ''] = (await this.street.ajar.command(['publish', file, '--as', 'ruth'])).split(
      '\n',
    );
    return { uri, path: new URL(url).pathname };
  }

  /** Ruth takes a story back, on the page for it. */
  async takeBack({ path }: Story): Promise<void> {
    const { ruth } = this.street;
    const [form = ''] = /\/write\/story\/\w+\/take-back/.exec(await ruth.page(path)) ?? [];
    await ruth.send(form, ({ action }) => action === form, { reason: 'mistake' });
  }

  /** An activity that went to a host, once the host has taken it. @param about a piece of its text */
  taken(host: string, type: string, about: string): Promise<{ exchange: Exchange; json: Json }> {
    const { proxy } = this.street;
    return eventually(`${host} takes ${type}`, async () => proxy.activity(host, type, about), 30);
  }

  /** A page of somebody's, once it is as expected. */
  page(who: Browser, path: string, what: string, isSo: (html: string) => boolean): Promise<string> {
    return eventually(what, async () => {
      const html = await who.page(path);
      return isSo(html) ? html : null;
    });
  }

  /** Maija's private timeline, once it is as expected. */
  timeline(what: string, isSo: (html: string) => boolean): Promise<string> {
    return this.page(this.street.maija, '/maija/admin', `snac2's timeline ${what}`, isSo);
  }

  /** What snac2 keeps about those whom Maija follows: the last activity about each. */
  following(): Json[] {
    const folder = join(this.street.folder, 'srv', 'snac', 'user', 'maija', 'following');
    const files = readdirSync(folder).filter(
      (name) => name.endsWith('_a.json') || /^[0-9a-f]+\.json$/.test(name),
    );
    return files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json);
  }

  /** Waits until so many follow Ruth, by her public collection. */
  async followers(count: number): Promise<void> {
    const uri = `${this.uris.ruth}/followers`;
    const { ajar } = this.street;
    await eventually(
      `Ruth has ${count} followers`,
      async () => (await ajar.document(uri)).totalItems === count,
    );
  }

  /** Whether Ruth stands among Maija's followers, on snac2's page of people. */
  async ruthFollows(isSo: boolean): Promise<void> {
    await this.page(
      this.street.maija,
      '/maija/people',
      `snac2 shows ${isSo ? 'Ruth' : 'nobody'} as a follower`,
      (html) => {
        const [, below = ''] = html.split('People that follow you');
        return below.includes(this.handles.ruth) === isSo;
      },
    );
  }
}

function storyFile(title: string, gist: string): string {
  return `---
title: ${title}
gist: ${gist}
subjects: [sciences]
ages: 15-16
lang: en
licence: CC BY 4.0
audience: everyone
tags: [waittime]
---
## How
I ask, I turn the timer over, and *nobody* speaks until the sand has run.
`;
}
