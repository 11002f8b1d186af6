import type { NextFunction, Request, Response } from 'express';
import { distantAddressKey } from '../server/domain/address-key.ts';
import { hostOf } from '../server/domain/handle.ts';
import { isBlockedHost } from '../server/reads/addressees.ts';
import { asksForSignatures } from '../server/reads/district-settings.ts';
import type { Office } from './office.ts';
import { sendUnavailable } from './respond.ts';
import { verifySigner } from './verify.ts';

const SETTING_MS = 2_000;

/**
 * Authorized-fetch mode: when the district asks for it, ActivityPub documents are for signed requests of servers that
 * are not blocked; answers are then nobody else's to keep. The instance actor stays open, since its key is needed to
 * check our own signature, and nothing is fetched while somebody asks for it.
 */
export function authorizedFetch(
  office: Office,
): (request: Request, response: Response, next: NextFunction) => void {
  let setting = { on: false, until: 0 };
  const isOn = async () => {
    if (setting.until < performance.now())
      setting = { on: await asksForSignatures(office.ctx.db), until: performance.now() + SETTING_MS };
    return setting.on;
  };
  const check = async (request: Request, response: Response, next: NextFunction) => {
    if (!(await isOn())) return next();
    response.locals.onlyForAsker = true;
    const signed = {
      method: request.method,
      target: request.originalUrl,
      headers: request.headers,
      body: null,
      from: distantAddressKey(request.ip),
    };
    const verified = await verifySigner(office.keyFetches, signed, office.ctx, office.ctx.clock.now());
    if ('away' in verified) {
      response.setHeader('retry-after', verified.retryAfter);
      return void response
        .status(verified.status)
        .type('text/plain')
        .send('Your key cannot be had just now.');
    }
    const host = 'signer' in verified ? hostOf(verified.signer) : null;
    if (host === null || (await isBlockedHost(office.ctx.db, host))) {
      response.setHeader('vary', 'Accept, Signature, Signature-Input');
      response.setHeader('cache-control', 'private, no-store');
      return void response.status(401).type('text/plain').send('Sign your request.');
    }
    next();
  };
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    // while it is off, and known to be, this costs nothing
    if (!setting.on && setting.until >= performance.now()) return next();
    check(request, response, next).catch((error: unknown) =>
      setting.on ? sendUnavailable(response, error) : next(),
    );
  };
}
