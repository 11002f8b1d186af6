import { z } from 'zod';
import { cleanLine } from './text-limits.ts';
import type { Audience } from './vocabulary.ts';
import type { Problem } from './work.ts';

export const PHOTO_LIMITS = {
  perStory: 6,
  /** of one file as it is sent */
  bytes: 12 * 1024 * 1024,
  /** of the longer side, and of the whole; more is refused before anything is decoded */
  side: 20_000,
  /** cameras write JPEG, which is made smaller while it is read; the others have to be opened whole */
  pixels: { jpeg: 50_000_000, png: 25_000_000, webp: 25_000_000 },
  /** characters */
  alt: 500,
  /** cover boxes at one time */
  covers: 12,
} as const;

/** The longer side in pixels of each size that is kept; what is smaller stays as it is. */
export const STORY_SIZES = [480, 1080, 1920] as const;
/** The same for pictures of people and of the district, which are square. */
export const AVATAR_SIZES = [120, 400] as const;

/** Who can be seen: nobody; grown-ups, who agreed; students. */
export const PHOTO_PEOPLE = ['none', 'adults', 'students'] as const;
export type PhotoPeople = (typeof PHOTO_PEOPLE)[number];

/** Are there names in the corners, on the work, on the wall? */
export const PHOTO_NAMES = ['no', 'yes'] as const;
export type PhotoNames = (typeof PHOTO_NAMES)[number];

/** What a district lets out of its doors: no photo with students, or those for which consent is on file. */
export const PHOTO_POLICIES = ['no-students', 'with-consent'] as const;
export type PhotoPolicy = (typeof PHOTO_POLICIES)[number];

/** One size of a photo as it is kept: always a JPEG without metadata. */
export interface PhotoFile {
  /** the name of the size, its longest side at most */
  size: number;
  width: number;
  height: number;
  bytes: number;
  /** SHA-256 of the content, in hexadecimal: where the file lies */
  key: string;
}

/** A photo of ours: in a story, or the picture of a person or of the district. */
export interface Photo {
  id: string;
  ownerId: string;
  workId: string | null;
  /** whose picture it is; then it is in no story */
  avatarOf: string | null;
  /** 1, 2, 3 … within the story */
  position: number;
  /** 22 letters of base64url, 128 bits: nobody guesses the address. A new one when the pixels change */
  token: string;
  alt: string;
  people: PhotoPeople | null;
  /** the teacher confirmed that consent is on file */
  consent: boolean;
  names: PhotoNames | null;
  /** how many boxes cover something in it */
  covers: number;
  /** readers see it: the story was published, or published anew, with it */
  included: boolean;
  blurhash: string;
  width: number;
  height: number;
  /** smallest first */
  files: PhotoFile[];
  createdAt: Date;
}

/** What readers and other servers get to know of a photo. */
export type ShownPhoto = Pick<Photo, 'id' | 'token' | 'alt' | 'blurhash' | 'width' | 'height' | 'files'>;

/** What a teacher says of a photo. In a draft every answer may be missing. Messages are keys: `error.<field>.<message>`. */
export const photoAnswers = z.object({
  alt: z
    .string()
    .transform((text) => cleanLine(text, PHOTO_LIMITS.alt * 4))
    .pipe(z.string().max(PHOTO_LIMITS.alt, 'too-long')),
  people: z.enum(PHOTO_PEOPLE, 'unknown').nullable(),
  consent: z.boolean(),
  names: z.enum(PHOTO_NAMES, 'unknown').nullable(),
});
export type PhotoAnswers = z.infer<typeof photoAnswers>;

/** A part of a photo, in percent of its width and height from the upper left corner. */
const box = z
  .object({
    x: z.number().min(0, 'percent').max(100, 'percent'),
    y: z.number().min(0, 'percent').max(100, 'percent'),
    width: z.number().gt(0, 'percent').max(100, 'percent'),
    height: z.number().gt(0, 'percent').max(100, 'percent'),
  })
  .refine(({ x, y }) => x < 100 && y < 100, 'percent');
export type PhotoBox = z.infer<typeof box>;

/** What is to be covered, and which part is to be kept. The boxes are in percent of the whole photo as it was. */
export const photoChange = z
  .object({ covers: z.array(box).max(PHOTO_LIMITS.covers, 'too-many'), crop: box.nullable() })
  .refine(({ covers, crop }) => covers.length > 0 || crop !== null, { path: ['covers'], message: 'missing' });
export type PhotoChange = z.infer<typeof photoChange>;

/** Why a photo may not go where its story goes. */
export type PhotoLack = 'alt' | 'people' | 'students' | 'consent' | 'names' | 'names-there';

type Judged = Pick<Photo, 'alt' | 'people' | 'consent' | 'names'>;

/**
 * What is still to be answered or covered before this audience may see a photo.
 * Inside the district students may be seen where consent is on file, and names may be read; both have to be said.
 */
export function lacksOf(photo: Judged, audience: Audience, policy: PhotoPolicy): PhotoLack[] {
  if (audience === 'me') return [];
  const isOut = audience !== 'district' && audience !== 'group';
  const lacks: PhotoLack[] = [];
  if (photo.alt === '') lacks.push('alt');
  if (photo.people === null) lacks.push('people');
  if (photo.people === 'students') {
    if (isOut && policy !== 'with-consent') lacks.push('students');
    else if (!photo.consent) lacks.push('consent');
  }
  if (photo.names === null) lacks.push('names');
  if (photo.names === 'yes' && isOut) lacks.push('names-there');
  return lacks;
}

/** What stands between the photos of a story and its audience: each problem once, empty when nothing does. */
export function photoProblems(photos: readonly Judged[], audience: Audience, policy: PhotoPolicy): Problem[] {
  const lacks = new Set(photos.flatMap((photo) => lacksOf(photo, audience, policy)));
  return [...lacks].map((say) => ({ field: 'photos', say }));
}

/** What is said of the picture of a person or of the district when it is set. */
export type PictureAnswers = Pick<Photo, 'people' | 'consent' | 'names'>;

/**
 * Why a picture may not be set. Everybody sees it, so that it is judged as a photo of a story for everyone (product 3.2);
 * its words may be missing, since it stands beside a name.
 */
export function pictureProblems(said: PictureAnswers, policy: PhotoPolicy): Problem[] {
  const lacks = lacksOf({ ...said, alt: '-' }, 'everyone', policy);
  return lacks.flatMap((lack) => (lack === 'alt' ? [] : [PICTURE_PROBLEMS[lack]]));
}

const PICTURE_PROBLEMS: Record<Exclude<PhotoLack, 'alt'>, Problem> = {
  people: { field: 'people', say: 'unknown' },
  students: { field: 'people', say: 'picture-students' },
  consent: { field: 'consent', say: 'picture-consent' },
  names: { field: 'names', say: 'unknown' },
  'names-there': { field: 'names', say: 'picture-names' },
};
