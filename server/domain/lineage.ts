/**
 * Of a long chain of ancestors the origin and the nearest ones: where an idea began is never forgotten, however often
 * it was passed on. What is left out stands between the first and the second.
 * @param lineage ids, origin first
 * @param limit how many are kept, 2 or more
 */
export function cappedLineage(lineage: readonly string[], limit: number): string[] {
  const [origin, ...others] = [...new Set(lineage)];
  return origin === undefined ? [] : [origin, ...others.slice(-(limit - 1))];
}

/** The parent's own ancestors plus the parent: what a new child states as its lineage, origin first. */
export function childLineage(parent: { uri: string; lineage: readonly string[] }, limit: number): string[] {
  return cappedLineage([...parent.lineage.filter((uri) => uri !== parent.uri), parent.uri], limit);
}

/**
 * The steps between the ancestors that a thing states: which of them came from which. Its own step to its parent is not
 * among them. In a lineage that was cut at `limit` the second does not come from the first: that step is left out.
 * @param lineage ids, origin first
 * @param limit how many a lineage names at most
 */
export function statedSteps(
  lineage: readonly string[],
  limit: number,
): { childUri: string; parentUri: string }[] {
  const isCut = lineage.length >= limit;
  return lineage.slice(1).flatMap((childUri, index) => {
    const parentUri = lineage[index];
    return parentUri === undefined || parentUri === childUri || (isCut && index === 0)
      ? []
      : [{ childUri, parentUri }];
  });
}
