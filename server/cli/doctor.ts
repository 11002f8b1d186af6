import { lookup } from 'node:dns/promises';
import { access, constants, mkdir } from 'node:fs/promises';
import { type Config, ConfigError, configFromEnvironment, describeConfig } from '../config.ts';
import { openNet } from '../net/net.ts';
import { openNode } from '../node-context.ts';
import { askDatabase } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';
import { countAdmins } from '../store/people.ts';

interface Finding {
  ok: boolean | null;
  what: string;
  advice?: string;
}

/** Checks this node and prints a line for each thing. @returns false when something must be put right */
export async function doctor(): Promise<boolean> {
  const findings: Finding[] = [];
  const tell = (finding: Finding) => {
    findings.push(finding);
    const mark = finding.ok === null ? '–' : finding.ok ? '✓' : '✗';
    process.stdout.write(`${mark} ${finding.what}${finding.advice ? `\n    ${finding.advice}` : ''}\n`);
  };
  let config: Config;
  try {
    config = configFromEnvironment();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) tell({ ok: false, what: problem });
    return false;
  }
  for (const [name, value] of Object.entries(describeConfig(config)))
    process.stdout.write(`  ${name} = ${value}\n`);
  tell(nodeVersion());
  await dataFolder(config, tell);
  await database(config, tell);
  await reachable(config, tell);
  return findings.every((finding) => finding.ok !== false);
}

function nodeVersion(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= 24
    ? { ok: true, what: `Node ${process.versions.node}` }
    : {
        ok: false,
        what: `Node ${process.versions.node} is too old`,
        advice: 'Run `npm ci` without --ignore-scripts, so that Node 24 is installed beside Ajar.',
      };
}

async function dataFolder(config: Config, tell: (finding: Finding) => void): Promise<void> {
  try {
    await mkdir(config.dataDir, { recursive: true });
    await access(config.dataDir, constants.W_OK);
    tell({ ok: true, what: `The data folder ${config.dataDir} can be written` });
  } catch {
    tell({
      ok: false,
      what: `The data folder ${config.dataDir} cannot be written`,
      advice: 'Set DATA_DIR to a folder of the user that runs Ajar.',
    });
  }
}

async function database(config: Config, tell: (finding: Finding) => void): Promise<void> {
  try {
    const node = await openNode(config);
    try {
      const { version, now } = await askDatabase(node.ctx.db);
      tell({ ok: true, what: `PostgreSQL ${version} answers and is migrated` });
      const skew = Math.abs(now.getTime() - Date.now()) / 1000;
      tell(
        skew < 5
          ? { ok: true, what: 'The clocks of Ajar and the database agree' }
          : {
              ok: false,
              what: `The clocks of Ajar and the database differ by ${Math.round(skew)} s`,
              advice: 'Turn on time synchronisation on both machines.',
            },
      );
      if (node.ctx.origin !== config.origin)
        tell({
          ok: false,
          what: `ORIGIN is ${config.origin}, but this node was set up as ${node.ctx.origin}`,
          advice: 'Its address can never change: set ORIGIN (or PORT) back.',
        });
      const district = await theDistrict(node.ctx.db);
      tell(
        district
          ? { ok: true, what: `The district is ${district.name}: @${district.shortName}@${node.ctx.host}` }
          : {
              ok: null,
              what: 'The district has no name yet',
              advice: 'Start Ajar and open the setup link that it prints.',
            },
      );
      tell(
        (await countAdmins(node.ctx.db)) > 0
          ? { ok: true, what: 'There is an administrator' }
          : { ok: null, what: 'There is no administrator yet' },
      );
    } finally {
      await node.close();
    }
  } catch (error) {
    tell({
      ok: false,
      what: `The database cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      advice: 'Check DATABASE_URL, or that no other user owns the data folder.',
    });
  }
}

async function reachable(config: Config, tell: (finding: Finding) => void): Promise<void> {
  const origin = new URL(config.origin);
  try {
    await lookup(origin.hostname);
  } catch {
    tell({
      ok: false,
      what: `${origin.hostname} has no address in DNS`,
      advice: 'Ask whoever runs your DNS for an A or AAAA record.',
    });
    return;
  }
  // its own address is the one that may be private: a node behind a proxy often reaches itself that way
  const net = openNet({ userAgent: 'Ajar doctor', allowPrivateAddresses: true });
  try {
    const answer = await net.get(`${config.origin}/.well-known/nodeinfo`, {
      accept: 'application/json',
      types: ['application/json'],
    });
    tell(
      answer.status === 200
        ? { ok: true, what: `${config.origin} answers from here` }
        : {
            ok: false,
            what: `${config.origin} answers HTTP ${answer.status}`,
            advice: 'The proxy must pass every path on to Ajar.',
          },
    );
  } catch {
    tell({
      ok: null,
      what: `${config.origin} does not answer now`,
      advice: 'That is fine while Ajar is stopped. Start it and run this again.',
    });
  } finally {
    await net.close();
  }
}
