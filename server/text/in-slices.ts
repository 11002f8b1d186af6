/** so long may such work keep the event loop from everything else, in milliseconds; one piece alone may take longer */
const SLICE_MS = 15;

let spent = 0;
let nextTurn: Promise<void> | null = null;

/**
 * Runs work that keeps the processor busy, at once unless this turn of the event loop has had enough of it: then in a
 * later one, so that two hundred texts that come at the same time leave room for everything else in between.
 */
export async function inSlices<T>(work: () => T): Promise<T> {
  while (spent >= SLICE_MS) await turnOver();
  const before = performance.now();
  try {
    return work();
  } finally {
    spent += performance.now() - before;
    void turnOver();
  }
}

function turnOver(): Promise<void> {
  nextTurn ??= new Promise((done) =>
    setImmediate(() => {
      spent = 0;
      nextTurn = null;
      done();
    }),
  );
  return nextTurn;
}
