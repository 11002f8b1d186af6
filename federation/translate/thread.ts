import { hostOf } from '../../server/domain/handle.ts';
import type { WireThread } from '../../server/domain/received.ts';
import { idOf, idsOf, listOf, ownList } from './wire.ts';

type Json = Record<string, unknown>;

/** What servers write: an address, or a name such as `tag:social.example,2026-11-20:objectId=1:objectType=Conversation`. */
const CONVERSATION = /^(?:https?:\/\/|tag:|urn:)[^\s<>"'\\]{1,490}$/;

/**
 * How an object names its conversation: `context` (FEP-7888), `conversation` (as Mastodon writes it), and where its
 * `replies` are listed, if on its own host. What is no address, no name or too long is left out.
 */
export function wireThread(object: Json): WireThread {
  const { conversation } = object;
  const replies = idOf(object.replies);
  return {
    context: idOf(object.context),
    conversation: typeof conversation === 'string' && CONVERSATION.test(conversation) ? conversation : null,
    replies: replies && hostOf(replies) === hostOf(idOf(object) ?? '') ? replies : null,
  };
}

/** Does it say in our terms what happened when something was tried? */
export function isTry(object: Json): boolean {
  return object['tp:kind'] === 'adaptation';
}

/** Does it say thank you in our terms? */
export function isThanks(object: Json): boolean {
  return object['tp:kind'] === 'thanks';
}

/** Is it a text with a title, as stories are? */
export function isArticle(object: Json): boolean {
  return object.type === 'Article';
}

/** Does it carry terms of ours? */
export function isRich(object: Json): boolean {
  return object['tp:kind'] !== undefined;
}

/** What an object answers, or what it tried; null when it begins a thread. */
export function answeredBy(object: Json): string | null {
  return (isTry(object) ? idOf(object.isBasedOn) : null) ?? idOf(object.inReplyTo);
}

/** Everything that an object says it answers or builds on. */
export function namedAbove(object: Json): string[] {
  return [idOf(object.inReplyTo), idOf(object.isBasedOn)].filter((uri) => uri !== null);
}

/** Everybody whom an object is sent to or mentions; at most `max` of each. */
export function namedIn({ to, cc, tag }: Json, max: number): string[] {
  const mentioned = ownList(tag, max).flatMap(({ href }) => idOf(href) ?? []);
  return [...idsOf(to, max), ...idsOf(cc, max), ...mentioned];
}

/** What stands for an object that was taken back. */
export function isTombstoneJson(json: Json): boolean {
  return json.type === 'Tombstone';
}

/**
 * Where an object lists what answers it, everything of its thread, and what counts as a try of it: each an address or
 * the list itself.
 */
export function threadLists(object: Json): { replies: unknown; thread: unknown; tries: unknown } {
  return { replies: object.replies, thread: object.context, tries: object['tp:tries'] };
}

const LISTS = new Set<unknown>([
  'Collection',
  'OrderedCollection',
  'CollectionPage',
  'OrderedCollectionPage',
]);

/** Is it a list, or a page of one? */
export function isList(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && LISTS.has((value as Json).type);
}

/** What stands on a list or page: at most `max` items, each an address or an object. */
export function itemsOn(page: Json, max: number): unknown[] {
  return listOf(page.items ?? page.orderedItems, max);
}

/** What comes after a list or page: its first page, the next one. Each an address, the page itself, or nothing. */
export function pagesAfter(page: Json): { first: unknown; next: unknown } {
  return { first: page.first, next: page.next };
}

/** An object that stands in a list whole, not by its address. */
export function isWhole(item: unknown): item is Json {
  return typeof item === 'object' && item !== null && 'type' in item;
}
