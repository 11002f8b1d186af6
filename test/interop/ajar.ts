import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Browser } from './browser.ts';
import { PROJECT } from './project.ts';

const PASSWORD = 'correct horse battery';

/** An Ajar as a district runs it: the built program as a process of its own, driven by its command line and its pages. */
export class Ajar {
  readonly origin: string;
  readonly host: string;
  readonly #env: NodeJS.ProcessEnv;
  #node: ChildProcess | null = null;

  /** @param authority file with the certificate of the authority to trust */
  constructor(host: string, port: number, dataDir: string, authority: string) {
    this.host = host;
    this.origin = `https://${host}`;
    this.#env = {
      PATH: process.env.PATH,
      ORIGIN: this.origin,
      PORT: String(port),
      DATA_DIR: dataDir,
      TRUST_PROXY: '1',
      // the names of this network are in the hosts file and lead to loopback
      ALLOW_PRIVATE_ADDRESSES: 'on',
      NODE_EXTRA_CA_CERTS: authority,
    };
  }

  /** `ajar …`, as in a shell. @returns what it printed */
  command(args: readonly string[], input = ''): Promise<string> {
    const program = join(PROJECT, 'dist', 'server', 'cli.js');
    const options = { cwd: PROJECT, env: this.#env, timeout: 60_000 };
    return new Promise((done, fail) => {
      const child = execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
        if (error) fail(new Error(`ajar ${args.join(' ')}: ${stderr || error.message}`));
        else done(stdout.trim());
      });
      child.stdin?.end(input);
    });
  }

  /** Somebody with an account, at a browser and signed in by the form. */
  async teacher(handle: string, name: string): Promise<Browser> {
    const email = `${handle}@school.example`;
    const more = ['--name', name, '--email', email, '--role', 'admin', '--password-stdin'];
    await this.command(['people', 'add', handle, ...more], `${PASSWORD}\n`);
    const browser = new Browser(this.origin);
    await browser.send('/sign-in', (form) => form.action === '/sign-in', { email, password: PASSWORD });
    return browser;
  }

  /** What a reader without an account sees. */
  reader(): Browser {
    return new Browser(this.origin);
  }

  /** A document as another server gets it. */
  async document(uri: string): Promise<Record<string, unknown>> {
    const answer = await fetch(uri, { headers: { accept: 'application/activity+json' } });
    return (await answer.json()) as Record<string, unknown>;
  }

  async start(log: string): Promise<void> {
    const main = join(PROJECT, 'dist', 'server', 'main.js');
    const node = spawn(process.execPath, ['--enable-source-maps', main], {
      cwd: PROJECT,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#node = node;
    const file = createWriteStream(log);
    let said = '';
    const serves = new Promise<void>((done, fail) => {
      const late = setTimeout(() => fail(new Error(`Ajar does not serve after 60 s: ${said}`)), 60_000);
      node.once('close', () => fail(new Error(`Ajar did not start: ${said}`)));
      for (const stream of [node.stdout, node.stderr]) {
        stream.pipe(file, { end: false });
        stream.on('data', (part: Buffer) => {
          said += part;
          if (said.includes('Ajar serves ')) done(clearTimeout(late));
        });
      }
    });
    await serves;
  }

  async stop(): Promise<void> {
    const node = this.#node;
    if (!node || node.exitCode !== null) return;
    const ended = new Promise((done) => node.once('close', done));
    node.kill('SIGTERM');
    await ended;
  }
}
