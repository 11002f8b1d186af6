/** The lasting addresses of this node's things. `origin` is `https://host` without a slash at the end. */

export const actorUri = (origin: string, id: string): string => `${origin}/ap/actors/${id}`;
export const objectUri = (origin: string, id: string): string => `${origin}/ap/objects/${id}`;
export const instanceUri = (origin: string): string => `${origin}/ap/actor`;
export const sharedInboxUri = (origin: string): string => `${origin}/ap/inbox`;
export const personUrl = (origin: string, handle: string): string => `${origin}/@${handle}`;
export const workUrl = (origin: string, handle: string, slug: string): string =>
  `${origin}/@${handle}/${encodeURIComponent(slug)}`;
export const tryUrl = (origin: string, handle: string, id: string): string =>
  `${origin}/@${handle}/tries/${id}`;
export const replyUrl = (origin: string, handle: string, id: string): string =>
  `${origin}/@${handle}/replies/${id}`;
/** id of an activity about one of our things: derived from it, so that a second translation gives the same id */
export const activityUri = (objectId: string, verb: string, mark: string | number = ''): string =>
  `${objectId}/activities/${verb}${mark === '' ? '' : `-${mark}`}`;
/** stands for the id of an activity that came without one */
export const namelessUri = (actorUri: string, type: string, about: string | null): string =>
  `${actorUri}#${type}-${about ?? ''}`;
/** a photo in one of its sizes; `token` cannot be guessed */
export const photoPath = (token: string, size: number): string => `/media/${token}/${size}.jpg`;
export const photoUrl = (origin: string, token: string, size: number): string =>
  `${origin}${photoPath(token, size)}`;
