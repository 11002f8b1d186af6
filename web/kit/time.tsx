import type { Frame } from './frame.ts';

type TimeFrame = Pick<Frame, 'lang' | 'district'>;

interface TimeProps {
  frame: TimeFrame;
  date: Date;
  /** with hours and minutes */
  clock?: boolean;
  /** without the year, for days close by */
  short?: boolean;
}

/** A day, or a day and an hour, in the viewer's language and the district's time zone; never "3 hours ago". */
export function Time({ frame, date, clock, short }: TimeProps) {
  return <time datetime={date.toISOString()}>{dateText(frame, date, { clock, short })}</time>;
}

/** The same as text, for sentences: "3 March 2026", "3 March", "3 March 2026 at 14:05". */
export function dateText(
  frame: TimeFrame,
  date: Date,
  { clock, short }: { clock?: boolean; short?: boolean } = {},
): string {
  const parts: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    ...(short ? {} : { year: 'numeric' }),
    ...(clock ? { hour: 'numeric', minute: '2-digit' } : {}),
  };
  return formatter(frame, parts).format(date);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(frame: TimeFrame, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const timeZone = frame.district.timezone ?? 'UTC';
  const key = `${frame.lang} ${timeZone} ${Object.keys(parts).join()}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat([frame.lang, 'en'], { ...parts, timeZone });
    if (formatters.size < 500) formatters.set(key, made);
  }
  return made;
}
