import { eventually } from '../support/eventually.ts';
import type { Scene } from './scene.ts';
import type { Check } from './street.ts';

/** Following an Ajar teacher. */
export function followChecks(scene: Scene): Check[] {
  const { ajar, snac } = scene.street;
  const { handles, uris } = scene;
  return [
    {
      what: 'snac2 finds an Ajar teacher by her handle',
      async show() {
        const said = await snac.command('webfinger', handles.ruth);
        uris.ruth = /^actor: (\S+)$/m.exec(said)?.[1] ?? '';
        if (!uris.ruth.startsWith(`${ajar.origin}/ap/actors/`)) throw new Error(`it said: ${said}`);
        return `${handles.ruth} is ${uris.ruth}`;
      },
    },
    {
      what: 'a user of snac2 follows an Ajar teacher',
      async show() {
        await snac.command('follow', 'maija', handles.ruth);
        const follow = await scene.taken(ajar.host, 'Follow', uris.maija);
        const accept = await scene.taken(snac.host, 'Accept', String(follow.json.id));
        await eventually('snac2 keeps the Accept', async () =>
          scene.following().some(({ type, actor }) => type === 'Accept' && actor === uris.ruth),
        );
        await scene.followers(1);
        return `Follow ${follow.exchange.status}, Accept ${accept.exchange.status} and kept by snac2; Ruth has 1 follower`;
      },
    },
  ];
}

/** Going apart again. */
export function unfollowChecks(scene: Scene): Check[] {
  const { ajar, snac, ruth } = scene.street;
  const { handles, uris } = scene;
  return [
    {
      what: 'the user of snac2 unfollows',
      async show() {
        await snac.command('unfollow', 'maija', uris.ruth);
        const { exchange } = await scene.taken(ajar.host, 'Undo', uris.maija);
        await scene.followers(0);
        return `Undo ${exchange.status}; Ruth has 0 followers`;
      },
    },
    {
      what: 'the Ajar teacher unfollows',
      async show() {
        await ruth.send(`/${handles.maija}`, (form) => form.action.endsWith('/unfollow'), {});
        const { exchange } = await scene.taken(snac.host, 'Undo', uris.ruth);
        await scene.ruthFollows(false);
        return `Undo ${exchange.status}; snac2 lists nobody as a follower`;
      },
    },
  ];
}
