import type { Request } from 'express';
import { noteVisit } from '../../server/actions/note-visit.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { isDatabaseAway } from '../../server/reads/database-away.ts';
import { type District, readDistrict } from '../../server/reads/district.ts';
import { placeNames } from '../../server/reads/places.ts';
import { type SignedIn, signedIn } from '../../server/reads/signed-in.ts';
import type { Frame } from '../kit/frame.ts';
import { sayIn } from '../kit/messages.ts';
import { formOf } from './form-body.ts';
import { languageOf } from './language.ts';
import { localPath } from './local-path.ts';
import { endSession, forgetCookie, renewSession } from './session.ts';
import { themeOf } from './theme.ts';
import type { Visit, Web } from './visit.ts';

/** Pages that are open before the district has a name. */
const BEFORE_SETUP = /^\/(setup|about)(\/|$)/;

/** Makes visits and frames of requests. Remembers the district's name for pages that say that the database is away. */
export class Visitors {
  readonly #web: Web;
  #district: District | null = null;

  constructor(web: Web) {
    this.#web = web;
  }

  /** @throws Refusal `unavailable not-set-up` for most pages before the district is set up */
  async visitOf(request: Request): Promise<Visit> {
    const { ctx } = this.#web;
    const actorId = request.session?.actorId;
    const [district, places, person] = await Promise.all([
      readDistrict(ctx.db),
      placeNames(ctx.db),
      actorId === undefined ? null : signedIn(ctx.db, actorId),
    ]);
    this.#district = district;
    if (!district && !BEFORE_SETUP.test(request.path)) throw new Refusal('unavailable', 'not-set-up');
    if (actorId !== undefined) await this.#greet(request, person);
    else if (request.session?.suspendedId === undefined) forgetCookie(request);
    return {
      web: this.#web,
      frame: { ...this.#frame(request, person), places },
      viewer: person ? { kind: 'member', actorId: person.actorId, role: person.role } : { kind: 'anonymous' },
      request,
      form: formOf(request),
    };
  }

  async #greet(request: Request, person: SignedIn | null): Promise<void> {
    if (!person) return endSession(request);
    const { ctx } = this.#web;
    renewSession(request, ctx.clock.now());
    await noteVisit(ctx, person.actorId, person.lastVisitAt).catch((error) => {
      if (!isDatabaseAway(error)) throw error;
    });
  }

  /** A frame that asks nothing of the database, for pages about what went wrong. */
  bareFrame(request: Request): Frame {
    return this.#frame(request, null);
  }

  #frame(request: Request, person: SignedIn | null): Frame {
    const lang = languageOf(request);
    const district = this.#district;
    return {
      say: sayIn(lang),
      lang,
      theme: themeOf(request),
      viewer: person && {
        actorId: person.actorId,
        name: person.name,
        handle: person.handle,
        role: person.role,
        doorClosedUntil: person.doorClosedUntil,
      },
      origin: this.#web.ctx.origin,
      district: {
        name: district?.name ?? 'Ajar',
        shortName: district?.shortName ?? '',
        accent: district?.accent ?? 'spruce',
        timezone: district?.timezone,
        smallN: district?.smallN,
        idPatterns: district?.idPatterns,
        holidays: district?.holidays,
      },
      path: pagePath(request, this.#web.ctx.origin),
      flash: person ? takeFlash(request) : undefined,
      now: this.#web.ctx.clock.now(),
      demo: this.#web.demo,
      unread: person?.unread ?? false,
    };
  }
}

/** The page that is shown: for a form that comes back, the one it was sent from. */
function pagePath(request: Request, origin: string): string {
  const own = request.originalUrl.slice(0, 2_000);
  const from = request.method === 'POST' ? URL.parse(request.get('referer') ?? '') : null;
  return from?.origin === origin ? localPath(from.pathname + from.search, own) : own;
}

/** The message of the last action, once, and only where a page will show it. */
function takeFlash(request: Request): Frame['flash'] {
  const { flash } = request.session;
  if (!flash || request.method !== 'GET') return undefined;
  delete request.session.flash;
  return flash;
}
