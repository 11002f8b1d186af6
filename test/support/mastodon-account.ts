import { AS, asList, type Json } from './peer-actor.ts';

/** How a Mastodon server looks at somebody elsewhere: process_account_service.rb and webfinger.rb. */
export interface Account {
  uri: string;
  username: string;
  domain: string;
  type: string;
  displayName: string;
  note: string;
  url: string;
  inbox: string;
  followersUrl: string;
  featuredUrl: string;
  publicKey: { id: string; pem: string };
  fields: { name: string; value: string }[];
  locked: boolean;
  discoverable: boolean;
  indexable: boolean;
  attributionDomains: string[];
  suspended: boolean;
  /** the picture, and what those who cannot see it hear: `summary`, else `name` */
  avatar: { url: string; text: string } | null;
}

/** What this module needs of a server: signed GETs of ActivityPub documents. */
export interface Asker {
  get(address: string, accept?: string): Promise<Response>;
}

const ACTOR_TYPES = ['Application', 'Group', 'Organization', 'Person', 'Service'];
const TYPES = [
  'application/activity+json',
  'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
];

/** json_ld_helper.rb: the right content type, the right context, and the id that was asked for. No redirects. */
export async function fetchResource(asker: Asker, uri: string): Promise<Json> {
  const response = await asker.get(uri);
  if (response.status !== 200) throw new Error(`GET ${uri}: ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  if (!TYPES.some((known) => type === known || type === `${known}; charset=utf-8`))
    throw new Error(`GET ${uri}: content type ${type}`);
  const json = (await response.json()) as Json;
  if (!asList(json['@context']).includes(AS)) throw new Error(`GET ${uri}: not ActivityStreams`);
  if (json.id !== uri) throw new Error(`GET ${uri}: it says that it is ${json.id}`);
  return json;
}

interface Jrd {
  subject: string;
  links: { rel: string; type?: string; href?: string }[];
}

/** webfinger.rb: 200, a subject, and a link to the actor in one of the two types. */
export async function webfinger(acct: string): Promise<{ subject: string; self: string }> {
  const host = acct.split('@')[1] as string;
  const url = `http://${host}/.well-known/webfinger?resource=acct:${acct}`;
  const response = await fetch(url, { headers: { accept: 'application/jrd+json, application/json' } });
  if (response.status === 410) throw new Error(`${acct} is gone`);
  if (response.status !== 200) throw new Error(`WebFinger of ${acct}: ${response.status}`);
  const { subject, links } = (await response.json()) as Jrd;
  const self = links.find((link) => link.rel === 'self' && TYPES.includes(link.type ?? ''))?.href;
  if (!self || !subject?.startsWith('acct:')) throw new Error(`WebFinger of ${acct} names nobody`);
  return { subject: subject.slice('acct:'.length), self };
}

/** Makes an account of an actor document: only after its WebFinger address has led back to it. */
export async function processAccount(json: Json): Promise<Account> {
  const { id: uri, type, preferredUsername } = json;
  if (!ACTOR_TYPES.includes(type) || !preferredUsername || !json.inbox) throw new Error(`${uri} is no actor`);
  const [username, domain] = await confirm(
    uri,
    json.webfinger ?? `${preferredUsername}@${new URL(uri).host}`,
  );
  const own = (value: unknown) =>
    typeof value === 'string' && new URL(value).host === new URL(uri).host ? value : '';
  const key = asList(json.publicKey)
    .slice(0, 10)
    .find((one) => one.owner === uri);
  if (!key) throw new Error(`${uri} has no key of its own`);
  return {
    uri,
    username,
    domain,
    type,
    displayName: json.name ?? '',
    note: json.summary ?? '',
    url: own(json.url) || uri,
    inbox: json.inbox,
    followersUrl: own(json.followers),
    featuredUrl: own(json.featured),
    publicKey: { id: key.id, pem: key.publicKeyPem },
    // property_values: nothing at all unless the attachment is a list
    fields: !Array.isArray(json.attachment)
      ? []
      : json.attachment
          .filter((one: Json) => one.type === 'PropertyValue')
          .map(({ name, value }: Json) => ({ name, value })),
    locked: json.manuallyApprovesFollowers ?? false,
    discoverable: json.discoverable ?? false,
    indexable: json.indexable ?? false,
    attributionDomains: asList(json.attributionDomains),
    suspended: json.suspended ?? false,
    avatar: json.icon?.url ? { url: json.icon.url, text: json.icon.summary ?? json.icon.name ?? '' } : null,
  };
}

/** The round trip: the address leads to the actor, if need be by one further step. */
async function confirm(uri: string, acct: string): Promise<[string, string]> {
  let found = await webfinger(acct);
  if (found.subject.toLowerCase() !== acct.toLowerCase()) found = await webfinger(found.subject);
  if (found.self !== uri) throw new Error(`WebFinger of ${acct} leads to ${found.self}, not to ${uri}`);
  return found.subject.split('@') as [string, string];
}
