/** A tree as it is laid out: anything with children. */
interface Branch<T> {
  children: readonly T[];
}

/** Where one stop stands: its column (steps from the origin) and its row, which may lie between two. */
export interface Spot<T> {
  node: T;
  column: number;
  row: number;
  parent: Spot<T> | null;
}

/**
 * Lays a tree out from left to right: every leaf has a row of its own, whatever branches stands level with the middle
 * of what came from it.
 * @returns the spots, each after its parent, and how many columns and rows they take
 */
export function layoutTree<T extends Branch<T>>(
  root: T,
): { spots: Spot<T>[]; columns: number; rows: number } {
  const spots: Spot<T>[] = [];
  let rows = 0;
  let columns = 0;
  const place = (node: T, column: number, parent: Spot<T> | null): Spot<T> => {
    const spot: Spot<T> = { node, column, row: rows, parent };
    spots.push(spot);
    columns = Math.max(columns, column + 1);
    if (node.children.length === 0) {
      rows += 1;
      return spot;
    }
    const below = node.children.map((child) => place(child, column + 1, spot));
    spot.row = ((below[0]?.row ?? 0) + (below.at(-1)?.row ?? 0)) / 2;
    return spot;
  };
  place(root, 0, null);
  return { spots, columns, rows };
}
