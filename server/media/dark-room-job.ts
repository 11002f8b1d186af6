import type { PhotoBox } from '../domain/photo.ts';

/** What the process that decodes is asked, in one JSON document on its standard input. */
export interface DarkRoomJob {
  /** the file to read, and the folder to write to: `<size>.jpg` each */
  file: string;
  folder: string;
  sizes: readonly number[];
  /** cut to a square, for pictures of people */
  square: boolean;
  covers: readonly PhotoBox[];
  crop: PhotoBox | null;
}

/** What it answers, in one JSON document on its standard output. */
export interface DarkRoomResult {
  width: number;
  height: number;
  blurhash: string;
  files: { size: number; width: number; height: number }[];
  /** the most memory that it had, in KiB */
  peakKib: number;
}
