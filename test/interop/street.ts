import type { Ajar } from './ajar.ts';
import type { Browser } from './browser.ts';
import type { Snac } from './snac.ts';
import type { TlsProxy } from './tls-proxy.ts';

/** The two neighbours, who carries everything between them, and somebody in each house. */
export interface Street {
  ajar: Ajar;
  snac: Snac;
  proxy: TlsProxy;
  /** a teacher at Ajar, signed in */
  ruth: Browser;
  /** a user of snac2, with her password */
  maija: Browser;
  /** a folder for this run */
  folder: string;
}

/** Something to be shown. */
export interface Check {
  what: string;
  /** @returns the evidence, in a few words @throws Error when it is not so */
  show(): Promise<string>;
}
