/**
 * Work in the background that nobody waits for: so many at once and so many a second, the others in turn. Whoever waits
 * for an answer comes first, since a crowd that is to be noted comes with a crowd that wants answers.
 * @param atOnce how many run at the same time
 * @param most how many may wait; beyond that, work is left out
 * @param pauseMs between two beginnings
 * @returns whether the work will be done
 */
export function inTurn(
  atOnce: number,
  most: number,
  pauseMs: number,
): (work: () => Promise<unknown>) => boolean {
  const waiting: (() => Promise<unknown>)[] = [];
  let running = 0;
  let pausing = false;
  const next = (): void => {
    const work = running < atOnce && !pausing ? waiting.shift() : undefined;
    if (!work) return;
    running += 1;
    pausing = true;
    setTimeout(() => {
      pausing = false;
      next();
    }, pauseMs).unref();
    work()
      .catch(() => undefined)
      .finally(() => {
        running -= 1;
        next();
      });
  };
  return (work) => {
    if (waiting.length >= most) return false;
    waiting.push(work);
    next();
    return true;
  };
}
