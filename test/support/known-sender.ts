import { followActor } from '../../server/actions/follow-actor.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from './district.ts';
import { eventually } from './eventually.ts';
import { openPeer, type Peer } from './peer.ts';
import { AS, type Json, type PeerActor, PUBLIC } from './peer-actor.ts';

/** A district with a teacher and a story, and a peer with Bob, whom the teacher follows: what he says matters here. */
export interface KnownSender {
  pine: TestDistrict;
  peer: Peer;
  ruth: string;
  story: { uri: string };
  bob: PeerActor;
  /** the shared inbox of the district */
  inbox: string;
  /** a public note that may be kept */
  aNote(more?: Json, by?: PeerActor): Json;
  creates(object: unknown, by?: PeerActor): Json;
  /** any activity of somebody, with an id of its own */
  activity(type: string, object: unknown, by?: PeerActor): Json;
  /** the status that an inbox answers */
  status(activity: Json | string, by?: PeerActor, to?: string): Promise<number>;
  /** the rows of the inbox with this activity id */
  rows(uri: string): Promise<{ state: string; outcome: string | null }[]>;
  /** what was done with an activity, once it is done */
  outcome(uri: string): Promise<string>;
  /** sends it, waits until it was handled, and gives what was done */
  done(activity: Json, by?: PeerActor): Promise<string>;
  /** how many works, tries, replies and posts are held with this id */
  holds(uri: string): Promise<number>;
  stop(): Promise<void>;
}

/** @param prepare makes the peer ready before anybody meets it */
export async function openKnownSender(prepare: (peer: Peer) => void = () => {}): Promise<KnownSender> {
  const [pine, peer] = await Promise.all([openDistrict(), openPeer()]);
  prepare(peer);
  const { db } = pine.ctx;
  const ruth = await aTeacher(pine.ctx, 'ruth');
  const bob = peer.actor('bob');
  const story = await publish(pine.ctx, ruth, aStory());
  const inbox = `${pine.origin}/ap/inbox`;
  let count = 0;

  const activity = (type: string, object: unknown, by = bob): Json => {
    const id = `${by.uri}#${type.toLowerCase()}/${++count}`;
    return { '@context': AS, id, type, actor: by.uri, to: [PUBLIC], object };
  };
  const status = async (sent: Json | string, by = bob, to = inbox) => (await peer.send(by, to, sent)).status;
  const rows = (uri: string) =>
    db.selectFrom('inbox_activity').select(['state', 'outcome']).where('uri', '=', uri).execute();
  const outcome = (uri: string) =>
    eventually(`an outcome of ${uri}`, async () => {
      const [row] = await rows(uri);
      return row?.state !== 'waiting' && row?.outcome;
    });

  const followed = await pine.ctx.lookup.actor(bob.uri);
  await followActor(pine.ctx, ruth, followed);
  const follow = await eventually('the Follow', async () => peer.of('Follow')[0]);
  const accept = activity('Accept', follow);
  await status(accept);
  await outcome(accept.id);

  return {
    pine,
    peer,
    ruth,
    story,
    bob,
    inbox,
    aNote(more = {}, by = bob) {
      const id = `${by.uri}/notes/${++count}`;
      const published = '2026-11-20T12:00:00Z';
      const content = `<p>Note ${count}</p>`;
      return { id, type: 'Note', attributedTo: by.uri, content, published, to: [PUBLIC], cc: [], ...more };
    },
    creates: (object, by) => activity('Create', object, by),
    activity,
    status,
    rows,
    outcome,
    async done(sent, by) {
      const answer = await status(sent, by);
      if (answer !== 202) throw new Error(`${sent.id} was answered ${answer}`);
      return outcome(sent.id);
    },
    async holds(uri) {
      const tables = ['work', 'adaptation', 'reply', 'remote_note'] as const;
      const find = (table: (typeof tables)[number]) =>
        db.selectFrom(table).select('uri').where('uri', '=', uri).execute();
      return (await Promise.all(tables.map(find))).flat().length;
    },
    async stop() {
      await pine.stop();
      await peer.close();
    },
  };
}
