import type { Actor } from '../domain/actor.ts';
import { mayRead, readableBy, type Viewer } from '../domain/audience.ts';
import { moderates } from '../domain/moderating.ts';
import { Refusal } from '../domain/refusal.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { replyByUri } from '../store/replies.ts';
import { openReports as openOnes, type Report, reportById } from '../store/reports.ts';
import { readableOf, workByUri } from '../store/works.ts';
import { type AskedAbout, describe } from './asked-about.ts';

export interface OpenReport {
  id: string;
  reason: string;
  text: string;
  at: Date;
  /** the server that sent it; null: a colleague did */
  fromHost: string | null;
  /** the colleague, for moderators alone: an administrator may be somebody's superior */
  reporter: Actor | null;
  /** whose things these are */
  target: Actor | null;
  things: ReportedThing[];
}

export interface ReportedThing {
  thing: AskedAbout;
  /** has a page that any member can open; else its words are shown once they are asked for */
  open: boolean;
}

const MOST = 100;
const THINGS = 10;

/**
 * The reports that wait, newest first, at most a hundred, each with ten things at most.
 * @throws Refusal `not-found not-found` for everybody but moderators and administrators
 */
export async function openReports(db: Db, viewer: Viewer): Promise<OpenReport[]> {
  const role = mustModerate(viewer);
  const reports = await openOnes(db, MOST);
  return Promise.all(reports.map((report) => withThings(db, role, report)));
}

/**
 * One report, open or not.
 * @throws Refusal `not-found no-report`, also for everybody but moderators and administrators
 */
export async function oneReport(db: Db, viewer: Viewer, id: string): Promise<OpenReport> {
  const role = mustModerate(viewer);
  const report = await reportById(db, id);
  if (!report) throw new Refusal('not-found', 'no-report');
  return withThings(db, role, report);
}

type Moderating = 'moderator' | 'admin';

function mustModerate(viewer: Viewer): Moderating {
  if (moderates(viewer)) return viewer.role;
  throw new Refusal('not-found', 'not-found');
}

async function withThings(db: Db, role: Moderating, report: Report): Promise<OpenReport> {
  const { id, reason, text, fromHost, createdAt: at, reporterId, targetId } = report;
  const [reporter, target, things] = await Promise.all([
    role === 'moderator' && reporterId !== null ? actorById(db, reporterId) : null,
    targetId !== null ? actorById(db, targetId) : null,
    Promise.all(report.aboutUris.slice(0, THINGS).map((uri) => describe(db, uri))),
  ]);
  const known = things.filter((thing) => thing !== null);
  return {
    ...{ id, reason, text, at, fromHost, reporter, target },
    things: await Promise.all(known.map(async (thing) => ({ thing, open: await isOpen(db, thing) }))),
  };
}

const COLLEAGUE: Viewer = { kind: 'member', actorId: '', role: 'member' };

/** Whether any member can open its page. */
async function isOpen(db: Db, { kind, uri, author }: AskedAbout): Promise<boolean> {
  if (author.state === 'suspended') return false;
  if (kind === 'person') return true;
  const reply = kind === 'reply' ? await replyByUri(db, uri) : null;
  if (kind === 'reply' && reply?.state !== 'shown') return false;
  const at = reply?.rootUri ?? uri;
  const work = await workByUri(db, at);
  if (work) return mayRead(COLLEAGUE, await readableOf(db, work));
  const adaptation = await adaptationByUri(db, at);
  return (
    adaptation !== null &&
    mayRead(COLLEAGUE, readableBy(adaptation, await actorById(db, adaptation.authorId)))
  );
}
