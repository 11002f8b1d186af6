import type { Request, RequestHandler } from 'express';
import type { Theme } from '../kit/frame.ts';
import { formOf } from './form-body.ts';
import { localPath } from './local-path.ts';

const COOKIE = 'ajar-theme';
const YEAR_MS = 365 * 86_400_000;

/** Light or dark as the visitor chose; `auto` without a choice. */
export function themeOf(request: Request): Theme {
  const chosen = /(?:^|;\s*)ajar-theme=(light|dark)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  return (chosen as Theme | undefined) ?? 'auto';
}

/** `POST /theme`: keeps the choice in a cookie and goes back to the page it came from. */
export const chooseTheme =
  (secure: boolean): RequestHandler =>
  (request, response) => {
    const { theme, back } = formOf(request);
    const cookie = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
    if (theme === 'light' || theme === 'dark') response.cookie(COOKIE, theme, { ...cookie, maxAge: YEAR_MS });
    else response.clearCookie(COOKIE, cookie);
    response.redirect(303, localPath(back));
  };
