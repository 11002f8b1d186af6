/**
 * Work in the background that nobody waits for: so many at once, the others in turn. Readers come first, since a crowd
 * that is to be noted comes with a crowd that wants answers.
 * @param atOnce how many run at the same time
 * @param most how many may wait; beyond that, work is left out
 */
export function inTurn(atOnce: number, most: number): (work: () => Promise<unknown>) => void {
  const waiting: (() => Promise<unknown>)[] = [];
  let running = 0;
  const next = (): void => {
    const work = running < atOnce ? waiting.shift() : undefined;
    if (!work) return;
    running += 1;
    work()
      .catch(() => undefined)
      .finally(() => {
        running -= 1;
        next();
      });
  };
  return (work) => {
    if (waiting.length >= most) return;
    waiting.push(work);
    next();
  };
}
