import type { PhotoFile } from '../domain/photo.ts';
import type { Default, DefaultTime, Json } from './schema-columns.ts';

/** A photo of a story, or the picture of a person or the district (`avatar_of`). */
export interface PhotoTable {
  id: string;
  owner_id: string;
  work_id: string | null;
  avatar_of: string | null;
  position: Default<number>;
  token: string;
  alt: Default<string>;
  people: string | null;
  consent: Default<boolean>;
  names: string | null;
  covers: Default<number>;
  included: Default<boolean>;
  blurhash: string;
  width: number;
  height: number;
  files: Json<PhotoFile[]>;
  created_at: DefaultTime;
}
