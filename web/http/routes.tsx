import type { IRouter, RequestHandler } from 'express';
import { paths } from '../paths.ts';
import { type AnswerOptions, answerWith } from './answer.ts';
import { formOf } from './form-body.ts';
import { hasText } from './kept-form.tsx';
import { localPath } from './local-path.ts';
import { isMultipart, readPhotoForm } from './photo-form.ts';
import { SignedOutPage } from './signed-out-page.tsx';
import type { Handler, MemberVisit, Outcome, Routes, Visit } from './visit.ts';

/** Registers pages on an Express router. */
export function routesOn(router: IRouter, options: AnswerOptions): Routes {
  const wrap = (handler: Handler): RequestHandler => answerWith(options, handler);
  return {
    get: (path, handler) => void router.get(path, wrap(handler)),
    post: (path, handler) => void router.post(path, wrap(handler)),
    memberGet: (path, handler) => void router.get(path, wrap(forMembers(handler))),
    memberPost: (path, handler) => void router.post(path, wrap(forMembers(handler))),
    memberUpload: (path, handler) => void router.post(path, wrap(forUploads(handler))),
  };
}

function forMembers(handler: Handler<MemberVisit>): Handler {
  return (visit) => (isMember(visit) ? handler(visit) : signInFirst(visit));
}

/** Of those whose session has ended the text is read, so that it is not lost; the file is thrown away. */
function forUploads(handler: Handler<MemberVisit>): Handler {
  return async (visit) => {
    if (isMember(visit)) return handler(visit);
    if (isMultipart(visit.request)) await readPhotoForm(visit.request, null);
    return signInFirst({ ...visit, form: formOf(visit.request) });
  };
}

function isMember(visit: Visit): visit is MemberVisit {
  return visit.viewer.kind === 'member' && visit.frame.viewer !== null;
}

/** To the sign-in page and back. A text that was sent stays on the page: nobody loses it to a session that ended. */
function signInFirst({ request, frame, form }: Visit): Outcome {
  if (request.method === 'POST' && hasText(form)) {
    const page = <SignedOutPage frame={frame} form={form} action={request.originalUrl} />;
    return { page, status: 403 };
  }
  return { seeOther: paths.signIn(localPath(frame.path)) };
}
