import type { Viewer } from '../domain/audience.ts';
import type { Db } from '../store/db.ts';
import { childEdges, type Edge, type Likeness, parentEdges } from '../store/lineage.ts';
import { type Told, toldAt } from './lineage-things.ts';

export type { Likeness, Told };

/** One stop on the way of an idea. */
export interface LineageNode {
  uri: string;
  relation: Edge['relation'];
  /** its own host says that it came from there; else only something below it does */
  confirmed: boolean;
  /** null: a place without words, where something was taken back or is not known here */
  told: Told | null;
  /** what came from it, in the order in which it was told */
  children: LineageNode[];
}

export interface LineageBelow {
  nodes: LineageNode[];
  /** where the next page of `nodes` begins; null on the last */
  next: number | null;
}

const FIRST = 30;
/** below the first level, on one page */
const MOST_BELOW = 200;
const DEPTH = 6;
/** looks for more when much of what was found is not for this viewer */
const LOOKS = 10;

/**
 * What came from a work or try, as this viewer may see it: the first level in pages, and what came from that. Every
 * thing stands once, so that claims that lead in a circle end; what nobody may see takes what hangs on it along.
 * @param from where the page begins
 * @param like puts first what was tried in a class like this one
 */
export async function lineageBelow(
  db: Db,
  viewer: Viewer,
  uri: string,
  { from = 0, limit = FIRST, like }: { from?: number; limit?: number; like?: Likeness } = {},
): Promise<LineageBelow> {
  const known = new Set([uri]);
  const nodes: LineageNode[] = [];
  let offset = from;
  let next: number | null = null;
  for (let look = 0; look < LOOKS && next === null; look += 1) {
    const edges = await childEdges(db, [uri], { offset, limit: limit + 1, like });
    const found = await nodesOf(db, viewer, edges, known);
    for (const [index, edge] of edges.entries()) {
      const node = found.get(edge);
      if (!node) continue;
      if (nodes.length === limit) {
        next = offset + index;
        break;
      }
      nodes.push(node);
    }
    if (edges.length <= limit) break;
    offset += edges.length;
  }
  await grow(db, viewer, nodes, known);
  return { nodes: nodes.filter(isWorthShowing), next };
}

/** Adds what came from these, level by level, each level in a few queries. @returns false when there is more */
async function grow(
  db: Db,
  viewer: Viewer,
  top: readonly LineageNode[],
  known: Set<string>,
  { depth = DEPTH, most = MOST_BELOW }: { depth?: number; most?: number } = {},
): Promise<boolean> {
  let level = new Map(top.map((node) => [node.uri, node]));
  let room = most;
  for (let step = 0; step < depth && level.size > 0; step += 1) {
    const all = await childEdges(db, [...level.keys()], { limit: room + 1 });
    const edges = all.slice(0, room);
    room -= edges.length;
    const found = await nodesOf(db, viewer, edges, known);
    for (const [edge, node] of found) level.get(edge.parentUri)?.children.push(node);
    if (all.length > edges.length) return false;
    level = new Map([...found.values()].map((node) => [node.uri, node]));
  }
  return level.size === 0;
}

async function nodesOf(
  db: Db,
  viewer: Viewer,
  edges: readonly Edge[],
  known: Set<string>,
): Promise<Map<Edge, LineageNode>> {
  const fresh = edges.filter(({ childUri }) => !known.has(childUri) && known.add(childUri));
  const seen = await toldAt(
    db,
    viewer,
    fresh.map(({ childUri }) => childUri),
  );
  return new Map(
    fresh.flatMap((edge) => {
      const told = seen.get(edge.childUri);
      if (told === undefined) return [];
      const { childUri: uri, relation, confirmed } = edge;
      return [[edge, { uri, relation, confirmed, told: told === 'place' ? null : told, children: [] }]];
    }),
  );
}

/** A place without words stays only while something hangs on it. */
function isWorthShowing(node: LineageNode): boolean {
  node.children = node.children.filter(isWorthShowing);
  return node.told !== null || node.children.length > 0;
}

export interface WholeLineage {
  /** where the idea began, as far as this viewer may know */
  origin: LineageNode;
  /** false: there is more than one page can show */
  whole: boolean;
}

const WHOLE = { depth: 20, most: 200 };

/** The whole tree in which a work or try stands, from where the idea began. Null when this viewer may not see it. */
export async function wholeLineage(db: Db, viewer: Viewer, uri: string): Promise<WholeLineage | null> {
  const start = (await toldAt(db, viewer, [uri])).get(uri);
  if (!start || start === 'place') return null;
  let top: LineageNode = { uri, relation: 'tried', confirmed: true, told: start, children: [] };
  const above = new Set([uri]);
  for (let step = 0; step < WHOLE.depth; step += 1) {
    const parents = (await parentEdges(db, [top.uri])).filter(({ parentUri }) => !above.has(parentUri));
    const seen = await toldAt(
      db,
      viewer,
      parents.map(({ parentUri }) => parentUri),
    );
    const parent = parents.find(({ parentUri }) => seen.has(parentUri))?.parentUri;
    if (parent === undefined) break;
    above.add(parent);
    const told = seen.get(parent) as Told | 'place';
    top = {
      uri: parent,
      relation: 'tried',
      confirmed: true,
      told: told === 'place' ? null : told,
      children: [],
    };
  }
  const whole = await grow(db, viewer, [top], new Set([top.uri]), WHOLE);
  isWorthShowing(top);
  return { origin: top, whole };
}
