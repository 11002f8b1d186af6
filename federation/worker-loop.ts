export interface Loop {
  /** there may be something to do: do not wait for the next look */
  wake(): void;
  /** resolves when the round under way has ended */
  stop(): Promise<void>;
}

/**
 * Runs `round` again and again: at once while it says that there was something, else after `idleMs` or a wake-up.
 * An error is told to `onError` and followed by a pause.
 */
export function startLoop(options: {
  round: () => Promise<boolean>;
  idleMs: number;
  onError: (error: unknown) => void;
}): Loop {
  let stopped = false;
  let woken = false;
  let rest: (() => void) | null = null;
  const pause = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      rest = () => {
        clearTimeout(timer);
        done();
      };
    });
  const running = (async () => {
    while (!stopped) {
      woken = false;
      let more = false;
      let wait = options.idleMs;
      try {
        more = await options.round();
      } catch (error) {
        options.onError(error);
        wait = Math.max(wait, 1_000);
      }
      if (!more && !woken && !stopped) await pause(wait);
    }
  })();
  return {
    wake() {
      woken = true;
      rest?.();
    },
    async stop() {
      stopped = true;
      rest?.();
      await running;
    },
  };
}
