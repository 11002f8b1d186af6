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
  /** false: more came from these than the page shows */
  whole: boolean;
}

const FIRST = 30;
/** below the first level, on one page */
const MOST_BELOW = 200;
const DEPTH = 6;
/** looks for more when much of what was found is not for this viewer */
const LOOKS = 10;

/** Which page, and for whom. */
export interface BelowAsked {
  /** where the page begins */
  from?: number;
  limit?: number;
  /** puts first what was tried in a class like this one */
  like?: Likeness;
  /** whose page it is: of what those say whom they have blocked only the place is there */
  ownerId?: string;
}

/**
 * What came from a work or try, as this viewer may see it: the first level in pages, and what came from that. Every
 * thing stands once, so that claims that lead in a circle end; what nobody may see takes what hangs on it along. A place
 * without words counts only while something hangs on it.
 */
export async function lineageBelow(
  db: Db,
  viewer: Viewer,
  uri: string,
  { from = 0, limit = FIRST, like, ownerId }: BelowAsked = {},
): Promise<LineageBelow> {
  const tree: Tree = { db, viewer, ownerId, known: new Set([uri]) };
  const nodes: LineageNode[] = [];
  let offset = from;
  let next: number | null = null;
  for (let look = 0; look < LOOKS && next === null; look += 1) {
    const edges = await childEdges(db, [uri], { offset, limit: limit + 1, like });
    const found = await nodesOf(tree, edges);
    await grow(
      tree,
      [...found.values()].filter(({ told }) => told === null),
    );
    for (const [index, edge] of edges.entries()) {
      const node = found.get(edge);
      if (!node || !isWorthShowing(node)) continue;
      if (nodes.length === limit) {
        next = offset + index;
        break;
      }
      nodes.push(node);
    }
    if (edges.length <= limit) break;
    offset += edges.length;
    // so much is not for this viewer that the rest is on a page of its own
    if (look === LOOKS - 1) next ??= offset;
  }
  const whole = await grow(
    tree,
    nodes.filter(({ told }) => told !== null),
  );
  return { nodes: nodes.filter(isWorthShowing), next, whole };
}

/** Whose eyes see it, on whose page, and what stands in it already. */
interface Tree {
  db: Db;
  viewer: Viewer;
  ownerId?: string;
  known: Set<string>;
}

/** Adds what came from these, level by level, each level in a few queries. @returns false when there is more */
async function grow(
  tree: Tree,
  top: readonly LineageNode[],
  { depth = DEPTH, most = MOST_BELOW }: { depth?: number; most?: number } = {},
): Promise<boolean> {
  let level = new Map(top.map((node) => [node.uri, node]));
  let room = most;
  for (let step = 0; step < depth && level.size > 0; step += 1) {
    const all = await childEdges(tree.db, [...level.keys()], { limit: room + 1 });
    const edges = all.slice(0, room);
    room -= edges.length;
    const found = await nodesOf(tree, edges);
    for (const [edge, node] of found) level.get(edge.parentUri)?.children.push(node);
    if (all.length > edges.length) return false;
    level = new Map([...found.values()].map((node) => [node.uri, node]));
  }
  return level.size === 0;
}

async function nodesOf(
  { db, viewer, ownerId, known }: Tree,
  edges: readonly Edge[],
): Promise<Map<Edge, LineageNode>> {
  const fresh = edges.filter(({ childUri }) => !known.has(childUri) && known.add(childUri));
  const seen = await toldAt(
    db,
    viewer,
    fresh.map(({ childUri }) => childUri),
    ownerId,
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
  /** what else it came from on the way up: it is drawn on the way of one */
  besides: Told[];
  /** false: there is more than one page can show */
  whole: boolean;
}

const WHOLE = { depth: 20, most: 150 };

/** The whole tree in which a work or try stands, from where the idea began. Null when this viewer may not see it. */
export async function wholeLineage(db: Db, viewer: Viewer, uri: string): Promise<WholeLineage | null> {
  const start = (await toldAt(db, viewer, [uri])).get(uri);
  if (!start || start === 'place') return null;
  let top: LineageNode = { uri, relation: 'tried', confirmed: true, told: start, children: [] };
  const above = new Set([uri]);
  const besides: Told[] = [];
  for (let step = 0; step < WHOLE.depth; step += 1) {
    const parents = (await parentEdges(db, [top.uri])).filter(({ parentUri }) => !above.has(parentUri));
    const seen = await toldAt(
      db,
      viewer,
      parents.map(({ parentUri }) => parentUri),
    );
    const [parent, ...others] = parents.map(({ parentUri }) => parentUri).filter((one) => seen.has(one));
    if (parent === undefined) break;
    for (const other of others) {
      const told = seen.get(other);
      if (told && told !== 'place') besides.push(told);
    }
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
  const tree = { db, viewer, ownerId: top.told?.author.id, known: new Set([top.uri]) };
  const whole = await grow(tree, [top], WHOLE);
  isWorthShowing(top);
  return { origin: top, besides, whole };
}
