import { expect } from '@jest/globals';
import { AS, asList, type Json, PUBLIC } from './peer-actor.ts';

/**
 * The shape that other servers need of every document, whatever it is: the rules of the federation contract (R2 to
 * R13, 16, 20, 52, 59 to 61, 106) in one place. Each problem names the rule and the place.
 */
export function problemsOf(document: Json): string[] {
  const problems: string[] = [];
  const say = (rule: string, where: string) => problems.push(`${rule}: ${where}`);
  const contexts = Array.isArray(document['@context']) ? document['@context'] : [document['@context']];
  if (!contexts.includes(AS)) say('16 the ActivityStreams context by its name', '@context');
  for (const one of contexts)
    if (typeof one === 'string' && one !== AS && one !== 'https://w3id.org/security/v1')
      say('16 no context that must be fetched', one);
  walk(document, '', (node, at) => {
    common(node, at, say);
    if (at !== '' && '@context' in node) say('16 one context, in front', at);
    SHAPES[node.type]?.(node, at, say);
  });
  const size = Buffer.byteLength(JSON.stringify(document));
  if (size > 61_440) say('R6 at most 60 KiB', `${size} bytes`);
  return problems;
}

export function expectGoodShape(document: Json): void {
  expect({ of: document.id, problems: problemsOf(document) }).toEqual({ of: document.id, problems: [] });
}

type Say = (rule: string, where: string) => void;

function walk(value: unknown, at: string, visit: (node: Json, at: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value, at);
  for (const [key, child] of Object.entries(value))
    if (key !== '@context') walk(child, `${at}.${key}`, visit);
}

const LISTS = ['to', 'cc', 'tag', 'attachment', 'alsoKnownAs', 'attributionDomains', 'items', 'orderedItems'];
const SINGLE = [
  'id',
  'type',
  'actor',
  'attributedTo',
  'inReplyTo',
  'url',
  'context',
  'conversation',
  'inbox',
  'name',
  'summary',
  'content',
];
const TIMES = ['published', 'updated', 'deleted', 'endTime'];

function common(node: Json, at: string, say: Say): void {
  for (const [key, value] of Object.entries(node)) {
    const where = `${at}.${key}`;
    if (value === null || value === undefined) say('nothing is null', where);
    if (key === 'bto' || key === 'bcc') say('52 no hidden addressees', where);
    if (LISTS.includes(key) && !Array.isArray(value)) say('R9 always a list', where);
    if (SINGLE.includes(key) && typeof value !== 'string') say('R9 always one string', where);
    if (TIMES.includes(key) && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value))
      say('106 time in UTC', where);
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      say('107 clean text', where);
  }
  const addressed = [...asList(node.to), ...asList(node.cc)];
  for (const address of addressed) {
    if (typeof address !== 'string' || !URL.canParse(address))
      say('59 full addresses', `${at} to ${address}`);
    if (address === 'as:Public' || address === 'Public') say('59 the full Public address', at);
  }
  if (new Set(addressed).size !== addressed.length) say('61 nobody is addressed twice', at);
  for (const tag of asList(node.tag)) tagged(tag, node, at, say);
}

function tagged(tag: Json, node: Json, at: string, say: Say): void {
  if (!URL.canParse(tag.href)) say('69 a tag leads somewhere', `${at} ${tag.name}`);
  if (tag.type === 'Hashtag') {
    if (!/^#[\p{L}\p{N}_]+$/u.test(tag.name) || !/\p{L}/u.test(tag.name))
      say('69 a hashtag', `${at} ${tag.name}`);
  } else if (tag.type === 'Mention') {
    if (!/^@[^@\s]+@[^@\s]+$/.test(tag.name)) say('70 a mention with its host', `${at} ${tag.name}`);
    if (![...asList(node.to), ...asList(node.cc)].includes(tag.href))
      say('61 who is named is addressed', `${at} ${tag.name}`);
  } else say('67 a tag of a known type', `${at} ${tag.type}`);
}

const hostOf = (address: unknown) => (URL.canParse(String(address)) ? new URL(String(address)).host : null);

/** A map of one language whose text is that of the plain property (R10). */
function oneLanguage(node: Json, name: string, at: string, say: Say): void {
  const entries = Object.entries(node[`${name}Map`] ?? {});
  if (entries.length !== 1 || entries[0]?.[1] !== node[name]) say('R10 one language', `${at}.${name}Map`);
  else if (Intl.getCanonicalLocales(entries[0]?.[0]).length !== 1) say('R10 a language', `${at}.${name}Map`);
}

/** R5: what may stand in `content`, and `span` for mentions (68). */
const HTML =
  'p br h2 h3 h4 ul ol li blockquote pre code strong em a del ruby rt rp figure figcaption img table thead tbody tr th td details summary span'.split(
    ' ',
  );
const VOID = ['br', 'img'];

/** Only known elements, each closed where it belongs. */
function html(text: string, at: string, say: Say): void {
  const open: string[] = [];
  for (const [, slash, name = ''] of text.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/gi)) {
    if (!HTML.includes(name)) say('R5 known elements', `${at} <${name}>`);
    if (VOID.includes(name)) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name) say('R5 elements are closed in order', `${at} </${name}>`);
  }
  if (open.length > 0) say('R5 elements are closed', `${at} <${open[0]}>`);
}

function post(node: Json, at: string, say: Say): void {
  for (const key of ['attributedTo', 'content', 'url', 'published', 'to', 'cc', 'tag', 'attachment'])
    if (!(key in node)) say('67 nothing is missing', `${at}.${key}`);
  if (hostOf(node.url) !== hostOf(node.id) || hostOf(node.attributedTo) !== hostOf(node.id))
    say('R8 one host', at);
  if (!node.to?.includes(PUBLIC) || !node.cc?.some((one: string) => one.endsWith('/followers')))
    say('61 public, to followers', at);
  // an answer under something elsewhere has the names that it has there, or none
  const isOwnThread = node.type === 'Article' || hostOf(node.context) === hostOf(node.id);
  if (isOwnThread && (!node.context || node.context !== node.conversation))
    say('R11 context and conversation', at);
  if ('likes' in node || 'shares' in node) say('R11 no counts', at);
  if (typeof node.sensitive !== 'boolean') say('67 sensitive is said', at);
  if (node.updated && !(node.updated > node.published)) say('R13 an edit is later', at);
  oneLanguage(node, 'content', at, say);
  html(node.content ?? '', `${at}.content`, say);
}

const SHAPES: Record<string, ((node: Json, at: string, say: Say) => void) | undefined> = {
  Article(node, at, say) {
    post(node, at, say);
    const { name = '', summary = '' } = node;
    if (!name || [...name].length > 120 || /[<\n]|&(?!\s)/.test(name)) say('R2 the title', `${at} ${name}`);
    if (!summary || [...summary].length > 300 || /[<\n]|&(?!\s)|https?:\/\/|(^|\s)@\w/.test(summary))
      say('R3 the teaser', `${at} ${summary}`);
    oneLanguage(node, 'name', at, say);
    oneLanguage(node, 'summary', at, say);
    if (node.inReplyTo) say('an Article answers nothing', at);
  },
  Note(node, at, say) {
    post(node, at, say);
    const isQuestion = node['tp:kind'] === 'call';
    if (!node.inReplyTo && !isQuestion) say('83 a Note of ours answers something', at);
    if (isQuestion && (node.inReplyTo || node.name)) say('a question begins a conversation', at);
    if ('summary' in node) say('a Note of ours hides nothing', at);
  },
  Create: carried,
  Update: carried,
  Delete(node, at, say) {
    activity(node, at, say);
    const isSelf = node.object === node.actor;
    if (!isSelf && (node.object?.type !== 'Tombstone' || !node.object.formerType)) say('94 a tombstone', at);
  },
  Announce(node, at, say) {
    activity(node, at, say);
    if (typeof node.object !== 'string') say('an Announce names its object', at);
    if (!node.to?.includes(PUBLIC) || node.cc?.[0] !== `${node.actor}/followers`)
      say('64 to the followers', at);
  },
  Add: activity,
  Remove: activity,
  Follow: activity,
  Accept: activity,
  Reject: activity,
  Undo(node, at, say) {
    activity(node, at, say);
    if (!node.object?.type || node.object.actor !== node.actor) say('79 the whole original', at);
  },
  Image: picture,
  Person: actor,
  Organization: actor,
  Application: actor,
  OrderedCollection: collection,
  Collection: collection,
};

/** Rules 22, 72 and 73: a kind that all take, not too large, with a text where each of them looks for it. */
function picture(node: Json, at: string, say: Say): void {
  if (node.mediaType !== 'image/jpeg') say('72 a kind that all take', `${at}.mediaType`);
  if (!/\/media\/[\w-]{22}\/\d+\.jpg$/.test(node.url))
    say('66 an address that cannot be guessed', `${at}.url`);
  if (!node.name || node.name !== node.summary) say('73 a text in name and in summary', at);
  for (const side of ['width', 'height'])
    if (!Number.isInteger(node[side]) || node[side] < 1 || node[side] > 2_048)
      say('72 its size', `${at}.${side}`);
  if (!/^[\w#$%*+,\-./:;=?@[\]^{|}~]{6,}$/.test(node.blurhash)) say('72 a blurhash', `${at}.blurhash`);
}

function activity(node: Json, at: string, say: Say): void {
  if (!URL.canParse(node.id) || typeof node.actor !== 'string') say('80 id and actor', at);
  else if (at === '' && hostOf(node.id) !== hostOf(node.actor)) say('id and actor on one host', at);
  if (at === '' && !(node.to?.length > 0)) say('60 it is addressed', at);
}

/** Create and Update go to those to whom their object goes (60). */
function carried(node: Json, at: string, say: Say): void {
  activity(node, at, say);
  const { object } = node;
  if (typeof object?.id !== 'string') say('the object is in it', at);
  if (!object?.id || object.id === node.actor) return;
  if (object.attributedTo !== node.actor) say('the actor is the author', at);
  for (const key of ['to', 'cc'])
    if (JSON.stringify(node[key]) !== JSON.stringify(object[key]))
      say('60 the same addressees', `${at}.${key}`);
  if (node.type === 'Update' && !object.updated) say('74 an Update says when', at);
}

/** Rules 17 to 20 and 23. */
function actor(node: Json, at: string, say: Say): void {
  const { id, publicKey } = node;
  for (const key of ['id', 'inbox', 'outbox', 'followers', 'following', 'url', 'featured', 'featuredTags'])
    if (node[key] && hostOf(node[key]) !== hostOf(id)) say('18 one host', `${at}.${key}`);
  for (const key of [
    'preferredUsername',
    'name',
    'inbox',
    'outbox',
    'followers',
    'following',
    'url',
    'published',
    'updated',
    'webfinger',
  ])
    if (typeof node[key] !== 'string') say('17 nothing is missing', `${at}.${key}`);
  for (const key of ['manuallyApprovesFollowers', 'discoverable', 'indexable', 'memorial', 'suspended'])
    if (typeof node[key] !== 'boolean') say('23 every flag is said', `${at}.${key}`);
  if (publicKey?.owner !== id || publicKey?.id !== `${id}#main-key`) say('17 the key and its owner', at);
  if (!Array.isArray(node.attachment) || !Array.isArray(node.tag)) say('20 lists', at);
  if (hostOf(node.endpoints?.sharedInbox) !== hostOf(id)) say('19 a shared inbox', at);
}

function collection(node: Json, at: string, say: Say): void {
  if (!Number.isInteger(node.totalItems)) say('27 a collection says how many', at);
}
