import { FEATURE } from '../server/actions/place-for.ts';
import { nodeCounts } from '../server/reads/node-counts.ts';
import { answerOf, type Loaded } from '../server/reads/public-cache.ts';
import type { Office } from './office.ts';

export const VERSION = '0.1.0';

export function nodeinfoIndex(origin: string) {
  return {
    links: [
      ...['2.1', '2.0'].map((version) => ({
        rel: `http://nodeinfo.diaspora.software/ns/schema/${version}`,
        href: `${origin}/nodeinfo/${version}`,
      })),
      { rel: 'https://www.w3.org/ns/activitystreams#Application', href: `${origin}/ap/actor` },
    ],
  };
}

/** NodeInfo 2.0 and 2.1. Small counts are rounded up to ten, so that nobody is counted out. */
export async function loadNodeinfo(office: Office, version: '2.0' | '2.1'): Promise<Loaded> {
  const counts = await nodeCounts(office.ctx.db, office.ctx.clock.now());
  const document = {
    version,
    software: { name: 'ajar', version: VERSION },
    protocols: ['activitypub'],
    services: { inbound: [], outbound: [] },
    openRegistrations: false,
    usage: {
      users: { total: counts.people, activeMonth: counts.activeMonth, activeHalfyear: counts.activeHalfyear },
      localPosts: counts.works,
      localComments: counts.replies,
    },
    metadata: {
      nodeName: counts.name,
      nodeDescription: counts.about,
      staffAccounts: [],
      federation: { enabled: true },
      features: [FEATURE],
    },
  };
  const type = `application/json; profile="http://nodeinfo.diaspora.software/ns/schema/${version}#"; charset=utf-8`;
  return {
    answer: answerOf(200, type, JSON.stringify(document), 'public, max-age=1800'),
    tags: ['nodeinfo'],
  };
}
