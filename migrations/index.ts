import type { Migration } from 'kysely/migration';
import * as m0001 from './0001-people.ts';
import * as m0002 from './0002-works.ts';
import * as m0003 from './0003-post-office.ts';
import * as m0004 from './0004-good-neighbour.ts';
import * as m0005 from './0005-standing.ts';
import * as m0006 from './0006-finding.ts';
import * as m0007 from './0007-threads.ts';
import * as m0008 from './0008-newcomers.ts';
import * as m0009 from './0009-hearing-again.ts';
import * as m0010 from './0010-photos.ts';
import * as m0011 from './0011-student-check.ts';
import * as m0012 from './0012-schedule.ts';
import * as m0013 from './0013-inbox-texts.ts';
import * as m0014 from './0014-letters.ts';
import * as m0015 from './0015-brought-back.ts';
import * as m0016 from './0016-conversation.ts';
import * as m0017 from './0017-long-lists.ts';
import * as m0018 from './0018-ancestors.ts';
import * as m0019 from './0019-busy-tries.ts';
import * as m0020 from './0020-what-it-was.ts';
import * as m0021 from './0021-what-is-carried.ts';
import * as m0022 from './0022-places.ts';
import * as m0023 from './0023-draft-key.ts';

/** Every migration in the order in which it runs. A released one is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-people': m0001,
  '0002-works': m0002,
  '0003-post-office': m0003,
  '0004-good-neighbour': m0004,
  '0005-standing': m0005,
  '0006-finding': m0006,
  '0007-threads': m0007,
  '0008-newcomers': m0008,
  '0009-hearing-again': m0009,
  '0010-photos': m0010,
  '0011-student-check': m0011,
  '0012-schedule': m0012,
  '0013-inbox-texts': m0013,
  '0014-letters': m0014,
  '0015-brought-back': m0015,
  '0016-conversation': m0016,
  '0017-long-lists': m0017,
  '0018-ancestors': m0018,
  '0019-busy-tries': m0019,
  '0020-what-it-was': m0020,
  '0021-what-is-carried': m0021,
  '0022-places': m0022,
  '0023-draft-key': m0023,
};
