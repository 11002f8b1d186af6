import { PASSWORD } from '../../support/password.ts';

/** Signs a teacher of `manyTeachers` or `aTeacher` in. @returns their cookie @throws Error when they do not get in */
export async function signInAt(origin: string, handle: string): Promise<string> {
  const body = new URLSearchParams({ email: `${handle}@school.example`, password: PASSWORD });
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    headers: { origin },
    body,
    redirect: 'manual',
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 303 || !cookie) throw new Error(`signing in was answered ${answer.status}`);
  return cookie;
}
