import { ACCENTS, type Accent } from '../../server/domain/district.ts';
import { ALWAYS_OPEN, type Holiday, type SchoolCalendar } from '../../server/domain/holiday.ts';
import type { Role } from '../../server/domain/vocabulary.ts';
import type { Say } from './messages.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** What every page knows of who looks, where and when; made once per request. */
export interface Frame {
  say: Say;
  /** the viewer's language, a BCP 47 tag */
  lang: string;
  theme: Theme;
  /** null: signed out */
  viewer: {
    actorId: string;
    name: string;
    handle: string;
    role: Role;
    /** they let nobody in until then */
    doorClosedUntil?: Date | null;
  } | null;
  /** `https://host`, without a slash at the end */
  origin: string;
  /**
   * `accent` is one of ACCENTS, anything else shows as spruce; `timezone` an IANA name, UTC when absent; `holidays` the days
   * without school, none when absent
   */
  district: {
    name: string;
    shortName: string;
    accent: string;
    timezone?: string;
    /** of the student check */
    smallN?: number;
    idPatterns?: readonly string[];
    holidays?: readonly Holiday[];
  };
  /** what districts elsewhere call themselves, by host */
  places?: ReadonlyMap<string, string>;
  /** path and query of this page, so that the theme switch comes back to it */
  path: string;
  /** what the last action did, shown once; `at`: the id of the part of the page that it is about */
  flash?: { kind: 'ok' | 'problem'; text: string; link?: { href: string; label: string }; at?: string };
  now: Date;
  /** all people and places are invented */
  demo?: boolean;
  /** something new waits in the notices */
  unread: boolean;
}

/** When there is school in the district. */
export const calendarOf = ({ district }: Frame): SchoolCalendar => ({
  timezone: district.timezone ?? ALWAYS_OPEN.timezone,
  holidays: district.holidays ?? ALWAYS_OPEN.holidays,
});

/** The district's hue, spruce when it is not one of the six. */
export function accentOf(frame: Frame): Accent {
  return ACCENTS.find((accent) => accent === frame.district.accent) ?? 'spruce';
}
