import type { Ctx } from '../server/actions/context.ts';
import type { OutgoingEvent } from '../server/domain/outgoing-event.ts';
import { addressees, everyKnownInbox } from '../server/reads/addressees.ts';
import { followParties, reportForWire } from '../server/reads/outgoing-facts.ts';
import { type Outgoing, outgoing } from './outgoing-activity.ts';
import {
  blockActivity,
  deleteActor,
  deleteQuoteAuthorization,
  flagActivity,
  quoteAnswer,
} from './translate/activity.ts';
import { CONTEXT, PLAIN_CONTEXT } from './translate/context.ts';

type Guarding = Extract<
  OutgoingEvent,
  { kind: 'account-closed' | 'actor-blocked' | 'report-forwarded' | 'quote-answered' | 'quote-withdrawn' }
>;

/** The activities by which people guard what is theirs: leaving, blocking, reporting, quotes. */
export async function guarding(ctx: Ctx, event: Guarding): Promise<Outgoing[]> {
  const { db } = ctx;
  switch (event.kind) {
    case 'account-closed': {
      const parties = await followParties(db, event.actorId, event.actorId);
      if (!parties) return [];
      const { follower: actor } = parties;
      return [
        outgoing(
          deleteActor(actor.uri, actor.followers, new Date(event.at)),
          actor.id,
          actor.uri,
          await everyKnownInbox(db),
          PLAIN_CONTEXT,
        ),
      ];
    }
    case 'actor-blocked': {
      const parties = await followParties(db, event.blockerId, event.blockedId);
      if (!parties) return [];
      const to = await addressees(db, {
        followersOf: [],
        actors: [{ ...parties.followed, sharedInbox: null }],
      });
      return [
        outgoing(
          blockActivity(parties.follower.uri, parties.followed.uri, new Date(event.at)),
          event.blockerId,
          parties.followed.uri,
          to,
          PLAIN_CONTEXT,
        ),
      ];
    }
    case 'report-forwarded': {
      const report = await reportForWire(db, event.reportId);
      if (!report) return [];
      const to = await addressees(db, { followersOf: [], actors: [report.target] });
      const id = `${ctx.origin}/ap/actor/reports/${event.reportId}`;
      return [
        outgoing(
          flagActivity(id, report.instance.uri, report.about, report.text, report.target.uri),
          report.instance.id,
          null,
          to,
          PLAIN_CONTEXT,
        ),
      ];
    }
    case 'quote-answered': {
      const parties = await followParties(db, event.authorId, event.requesterId);
      if (!parties) return [];
      const request = {
        id: event.requestUri,
        actor: parties.followed.uri,
        work: event.workUri,
        quoting: event.quotingUri,
      };
      const to = await addressees(db, { followersOf: [], actors: [parties.followed] });
      return [
        outgoing(
          quoteAnswer(request, parties.follower.uri, event.stampUri),
          event.authorId,
          event.workUri,
          to,
          CONTEXT,
        ),
      ];
    }
    case 'quote-withdrawn': {
      const parties = await followParties(db, event.authorId, event.quotingActorId);
      if (!parties) return [];
      const to = await addressees(db, { followersOf: [event.authorId], actors: [parties.followed] });
      return [
        outgoing(
          deleteQuoteAuthorization(event.stampUri, parties.follower.uri, parties.followed.uri),
          event.authorId,
          event.stampUri,
          to,
          PLAIN_CONTEXT,
        ),
      ];
    }
  }
}
