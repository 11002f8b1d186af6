import type { Request, Response } from 'express';
import type { Actor } from '../server/domain/actor.ts';
import { fullHandle } from '../server/domain/actor.ts';
import { isDatabaseAway } from '../server/reads/database-away.ts';
import { answerOf, type Loaded } from '../server/reads/public-cache.ts';
import { actorByResource } from '../server/reads/wire-addresses.ts';
import type { Office } from './office.ts';
import { sendAnswer, sendUnavailable } from './respond.ts';

const CACHE = 'public, max-age=300';

/** `/.well-known/webfinger` (RFC 7033): lower-case canonical subject whatever case was asked; 410 for people who are gone. */
export async function webfinger(office: Office, request: Request, response: Response): Promise<void> {
  const resource = request.query.resource;
  response.setHeader('access-control-allow-origin', '*');
  if (
    typeof resource !== 'string' ||
    resource.length > 2_048 ||
    resource.includes('\0') ||
    !/^(acct:|https?:)/i.test(resource)
  ) {
    response.setHeader('cache-control', 'no-store');
    response.status(400).type('text/plain').send('Ask with ?resource=acct:name@host');
    return;
  }
  try {
    const answer = await office.cache.get(
      `webfinger ${resource.toLowerCase()}`,
      () => load(office, resource),
      isDatabaseAway,
    );
    sendAnswer(request, response, answer);
  } catch (error) {
    sendUnavailable(response, error);
  }
}

async function load(office: Office, resource: string): Promise<Loaded> {
  const { db, origin, host } = office.ctx;
  const actor = await actorByResource(db, resource, origin, host);
  if (!actor)
    return {
      answer: answerOf(404, 'text/plain; charset=utf-8', 'Nobody here has that name.', 'no-cache'),
      tags: [],
      keep: false,
    };
  const tags = [`actor:${actor.id}`];
  if (actor.state === 'gone')
    return { answer: answerOf(410, 'text/plain; charset=utf-8', 'This account was closed.', CACHE), tags };
  return {
    answer: answerOf(
      200,
      'application/jrd+json; charset=utf-8',
      JSON.stringify(descriptor(actor, origin, host)),
      CACHE,
    ),
    tags,
  };
}

function descriptor(actor: Actor, origin: string, host: string) {
  return {
    subject: `acct:${fullHandle(actor, host).slice(1)}`,
    aliases: [actor.uri, ...(actor.url ? [actor.url] : [])],
    links: [
      { rel: 'self', type: 'application/activity+json', href: actor.uri },
      ...(actor.url
        ? [{ rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: actor.url }]
        : []),
      ...(actor.iconUrl
        ? [{ rel: 'http://webfinger.net/rel/avatar', type: 'image/jpeg', href: actor.iconUrl }]
        : []),
      ...(actor.kind === 'person' || actor.kind === 'application' ? waysIn(origin) : []),
    ],
  };
}

/**
 * Where other servers send somebody of ours who wants to follow, answer or try what they see there: the older way to
 * subscribe, and those intents of FEP-3b86 that we keep (with `href` as it is written there, `template` as it is used).
 */
function waysIn(origin: string) {
  const intent = (name: string) => {
    const address = `${origin}/interact?uri={object}`;
    return { rel: `https://w3id.org/fep/3b86/${name}`, href: address, template: address };
  };
  const subscribe = {
    rel: 'http://ostatus.org/schema/1.0/subscribe',
    template: `${origin}/interact?uri={uri}`,
  };
  return [subscribe, intent('Follow'), intent('Object')];
}

/** `/.well-known/host-meta`: old clients look up WebFinger's address here. */
export function hostMeta(origin: string, response: Response): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('cache-control', 'public, max-age=86400');
  response
    .type('application/xrd+xml')
    .send(
      `<?xml version="1.0" encoding="UTF-8"?>\n<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0"><Link rel="lrdd" template="${origin}/.well-known/webfinger?resource={uri}"/></XRD>\n`,
    );
}
