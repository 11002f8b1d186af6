import {
  configure,
  getConsoleSink,
  getJsonLinesFormatter,
  getTextFormatter,
  withFilter,
} from '@logtape/logtape';

/**
 * Sends the log to the console: text for a person at a terminal, JSON lines otherwise.
 * Called once by a program; libraries and tests log into nothing.
 */
export async function startLog(level: 'debug' | 'info' | 'warning' = 'info'): Promise<void> {
  const formatter = process.stdout.isTTY ? getTextFormatter({ timestamp: 'time' }) : getJsonLinesFormatter();
  await configure({
    sinks: {
      console: withFilter(getConsoleSink({ formatter }), (record) => record.category[0] !== 'logtape'),
    },
    loggers: [
      { category: ['ajar'], lowestLevel: level, sinks: ['console'] },
      { category: ['logtape', 'meta'], lowestLevel: 'error', sinks: ['console'] },
    ],
  });
}
