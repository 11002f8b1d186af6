import type { InboundLimits } from '../../federation/inbound-limits.ts';
import type { Config } from '../../server/config.ts';
import { openDistrict, type TestDistrict } from './district.ts';
import { openPeer, type Peer } from './peer.ts';
import { AS, type Json, makePeerActor, type PeerActor } from './peer-actor.ts';

/** A node whose limits and clock a test sets, behind a proxy that tells addresses, and anybody on any host. */
export interface Crowd {
  pine: TestDistrict;
  peer: Peer;
  /** somebody on a host; all hosts are one server on this machine */
  somebody(host: string, name?: string): PeerActor;
  /**
   * Sends a Like of no matter, or what else is given.
   * @param from the address that the node is told; null: that of the proxy itself
   */
  send(by: PeerActor, from?: string | null, activity?: Json): Promise<Response>;
  status(by: PeerActor, from?: string | null): Promise<number>;
  /** how often a path was asked for */
  asked(actor: PeerActor): number;
  /** moves the node's clock on */
  later(seconds: number): void;
  /** called with each host that the node is about to ask; it waits for the promise */
  onAsk: (host: string) => Promise<unknown>;
  stop(): Promise<void>;
}

/** ids go up with the clock, for a whole process: so time never goes back from one node to the next */
let shift = 0;

export async function openCrowd(
  limits: Partial<InboundLimits> = {},
  settings: Partial<Config> = {},
): Promise<Crowd> {
  const now = () => new Date(Date.now() + shift);
  const peer = await openPeer();
  const { port } = new URL(peer.origin);
  const options = {
    limits,
    clock: { now },
    net: {
      lookup: async (host: string) => {
        await crowd.onAsk(host);
        return ['127.0.0.1'];
      },
    },
  };
  const pine = await openDistrict('Pine Hollow', 'pinehollow', options, { trustProxy: 1, ...settings });
  const inbox = `${pine.origin}/ap/inbox`;
  let count = 0;
  const crowd: Crowd = {
    pine,
    peer,
    somebody(host, name = 'ann') {
      const path = `/${host}/${name}`;
      const actor = makePeerActor(`http://${host}:${port}`, name, { path, type: 'Person' });
      peer.actors.set(path, actor);
      return actor;
    },
    send(by, from = null, activity = {}) {
      count += 1;
      const id = `${by.uri}#like/${count}`;
      const like = { '@context': AS, id, type: 'Like', actor: by.uri, object: `${pine.origin}/about` };
      const sent = { ...like, ...activity };
      const headers: Record<string, string> = from === null ? {} : { 'x-forwarded-for': from };
      return peer.send(by, inbox, sent, { at: now(), headers });
    },
    status: async (by, from) => (await crowd.send(by, from)).status,
    asked: (actor) => peer.requests.filter((one) => one === `GET ${new URL(actor.uri).pathname}`).length,
    later(seconds) {
      shift += seconds * 1000;
    },
    onAsk: () => Promise.resolve(),
    async stop() {
      await pine.stop();
      await peer.close();
    },
  };
  return crowd;
}
