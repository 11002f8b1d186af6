import { boundedJson } from './bounded-json.ts';
import { vocabulary } from './fedify.ts';
import { preloadedContexts } from './preloaded-contexts.ts';

/** values in a document that Fedify's parser, which takes long, is given */
const EXPANDED_MOST = 300;
const AS = 'https://www.w3.org/ns/activitystreams';
/** ways to say something beside what one seems to say; no server uses them */
const HIDING = ['@graph', '@included', '@reverse'];

/**
 * Reads a stored activity. Nearly everything on the fediverse is compact JSON with the ActivityStreams context and is
 * taken as it stands; other JSON-LD shapes (expanded, prefixed) are brought into that form by Fedify's parser.
 * @returns null when it cannot be read
 */
export async function readActivity(body: string): Promise<Record<string, unknown> | null> {
  const json = boundedJson(body);
  if (!json || HIDING.some((key) => Object.hasOwn(json, key))) return null;
  if (isCompact(json)) return json;
  if (!boundedJson(body, EXPANDED_MOST)) return null;
  const never = async (): Promise<never> => {
    throw new Error('documents are not fetched while a message is read');
  };
  try {
    const { Activity } = await vocabulary();
    const activity = await Activity.fromJsonLd(json, {
      documentLoader: never,
      contextLoader: preloadedContexts,
    });
    return boundedJson(
      JSON.stringify(await activity.toJsonLd({ format: 'compact', contextLoader: preloadedContexts })),
    );
  } catch {
    return null;
  }
}

function isCompact(json: Record<string, unknown>): boolean {
  const context = json['@context'];
  const named = Array.isArray(context) ? context.includes(AS) : context === AS;
  return named && typeof json.type === 'string';
}
