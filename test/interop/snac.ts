import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { eventually } from '../support/eventually.ts';
import { Browser } from './browser.ts';
import { CHROOT, inside, PATHS } from './chroot.ts';

const BASE = '/srv/snac';

/** snac2, driven by its command line and by its web pages, as its manuals snac(1) and snac(8) say. */
export class Snac {
  readonly origin: string;
  readonly host: string;
  readonly #root: string;
  readonly #port: number;
  #server: ChildProcess | null = null;

  constructor(root: string, host: string, port: number) {
    this.#root = root;
    this.#port = port;
    this.host = host;
    this.origin = `https://${host}`;
  }

  /** Makes the data folder; it asks for address, port, host, prefix and an e-mail address. */
  async init(): Promise<void> {
    await inside(this.#root, ['snac', 'init', BASE], `127.0.0.1\n${this.#port}\n${this.host}\n\n\n`);
  }

  /** Somebody with an account. @returns them at a browser that knows their password */
  async user(name: string): Promise<Browser> {
    const said = await inside(this.#root, ['snac', 'adduser', BASE, name], `${name}\n`);
    const password = /User password is (\S+)/.exec(said)?.[1];
    if (!password) throw new Error(`snac made no user: ${said}`);
    return new Browser(this.origin, { user: name, password });
  }

  /** `snac <command> BASEDIR …` */
  command(name: string, ...args: string[]): Promise<string> {
    return inside(this.#root, ['snac', name, BASE, ...args]);
  }

  async start(log: string): Promise<void> {
    const env = { PATH: PATHS, DEBUG: '2' };
    const server = spawn(CHROOT, [this.#root, 'snac', 'httpd', BASE], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#server = server;
    server.stderr.pipe(createWriteStream(log));
    await eventually('snac2 serves', async () => {
      if (server.exitCode !== null) throw new Error(`snac2 did not start, see ${log}`);
      return (await fetch(`${this.origin}/nodeinfo_2_0`)).ok;
    });
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null) return;
    const ended = new Promise((done) => server.once('close', done));
    server.kill('SIGTERM');
    await ended;
  }
}
