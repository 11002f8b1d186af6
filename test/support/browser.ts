import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium: the machine's if it has one, else the one from npm. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = existsSync(DEBIAN)
    ? { executablePath: DEBIAN, env: {} }
    : chromiumFromNpm();
  const home = mkdtempSync(join(tmpdir(), 'ajar-browser-'));
  const browser = await chromium.launch({
    executablePath,
    args: ARGUMENTS,
    env: { ...process.env, ...env, HOME: home, TMPDIR: home },
  });
  browser.once('disconnected', () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return browser;
}

/**
 * The package holds Chromium, the libraries that a bare machine lacks, and fonts, all compressed. Unpacked once, beside
 * the packages; moved into place whole, so that an interrupted or a second run does no harm.
 */
function chromiumFromNpm(): { executablePath: string; env: Record<string, string> } {
  const packages = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules');
  const folder = join(packages, '.cache', 'ajar-chromium');
  if (!existsSync(folder)) unpack(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

function unpack(folder: string): void {
  const draft = `${folder}.${randomBytes(4).toString('hex')}`;
  mkdirSync(draft, { recursive: true });
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  // In a process of its own: the package unpacks to TMPDIR, which the tests keep as it is.
  const script = `
    import chromium, { inflate } from ${JSON.stringify(entry)};
    await chromium.executablePath();
    await inflate(${JSON.stringify(join(dirname(entry), '..', 'bin', 'al2023.tar.br'))});
  `;
  const env = { ...process.env, TMPDIR: draft, NODE_OPTIONS: '' };
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`Chromium from npm could not be unpacked: ${result.stderr}`);
  // The package's own list of font folders knows only those of the service it was made for: pages would have no letters.
  const fonts = [join(folder, 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  writeFileSync(
    join(draft, 'fonts.conf'),
    `<fontconfig>${fonts}<cachedir>${folder}/font-cache</cachedir></fontconfig>`,
  );
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
