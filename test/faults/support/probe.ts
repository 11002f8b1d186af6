// Loaded into a node under test by `--import`: says how late its event loop was, and moves its clock.
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** What a drill asks, and how it is answered. */
export type ProbeQuestion = { ask: 'loop' } | { clockMs: number };

/** How late timers fired since the last question, in milliseconds. */
export interface LoopDelay {
  p99: number;
  max: number;
  /** the same without the times when other processes had the processor: what the node's own work kept waiting */
  own: { p99: number; max: number };
}

const EVERY_MS = 5;
const EMPTY = () => ({ late: createHistogram(), own: createHistogram() });
let seen = EMPTY();
let last = performance.now();
let cpu = process.threadCpuUsage();

setInterval(() => {
  const now = performance.now();
  const { user, system } = process.threadCpuUsage(cpu);
  const late = Math.max(0, now - last - EVERY_MS);
  // one long wait stands for every timer that would have fired in it
  for (let before = 0; before <= late; before += EVERY_MS) {
    seen.late.record(micros(late - before));
    seen.own.record(micros(Math.min(late, (user + system) / 1_000) - before));
  }
  last = now;
  cpu = process.threadCpuUsage();
}, EVERY_MS).unref();

const micros = (ms: number): number => Math.max(1, Math.round(ms * 1_000));

let clockMs = 0;
const RealDate = Date;

class MovedDate extends RealDate {
  constructor(...args: unknown[]) {
    super(...((args.length === 0 ? [RealDate.now() + clockMs] : args) as [number]));
  }

  static override now(): number {
    return RealDate.now() + clockMs;
  }
}
globalThis.Date = MovedDate as DateConstructor;

process.on('message', (question: ProbeQuestion) => {
  if ('clockMs' in question) {
    clockMs = question.clockMs;
    process.send?.('moved');
    return;
  }
  const ms = (histogram: RecordableHistogram) => ({
    p99: histogram.percentile(99) / 1_000,
    max: histogram.max / 1_000,
  });
  const delay: LoopDelay = { ...ms(seen.late), own: ms(seen.own) };
  seen = EMPTY();
  process.send?.(delay);
});
// the channel alone keeps no node running
process.channel?.unref();
