import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Everything that the environment decides, read once. */
export interface Config {
  /** `https://ajar.pinehollow.example`, no slash at the end */
  origin: string;
  /** ORIGIN was set, rather than made from PORT */
  originGiven?: boolean;
  port: number;
  host: string;
  /** null: an embedded PostgreSQL in `dataDir` */
  databaseUrl: string | null;
  dataDir: string;
  allowPrivateAddresses: boolean;
  role: 'all' | 'web' | 'worker';
  smtpUrl: string | null;
  /** how many proxies in front are ours, so that the client's address is right */
  trustProxy: number;
  /** every page says that people and places are invented; never from the environment */
  demo?: boolean;
}

export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`The environment is not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const flag = z
  .enum(['', '0', '1', 'true', 'false', 'on', 'off', 'yes', 'no'], 'must be on or off')
  .transform((text) => ['1', 'true', 'on', 'yes'].includes(text));
const url = (protocols: RegExp, what: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol), what);

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .pipe(z.number().max(65_535, 'must be a number from 0 to 65535'))
    .default(3000),
  HOST: z.string().min(1, 'must be an address to listen on').default('127.0.0.1'),
  ORIGIN: url(/^https?:$/, 'must be an address such as https://ajar.example.org')
    .refine(
      (text) => !URL.canParse(text) || text.replace(/\/$/, '') === new URL(text).origin,
      'must have no path',
    )
    .optional(),
  DATABASE_URL: url(
    /^postgres(ql)?:$/,
    'must be an address such as postgres://user:password@host/database',
  ).optional(),
  DATA_DIR: z.string().min(1, 'must be a folder').default('./data'),
  ALLOW_PRIVATE_ADDRESSES: flag.default(false),
  ROLE: z.enum(['all', 'web', 'worker'], 'must be all, web or worker').default('all'),
  SMTP_URL: url(
    /^smtps?:$/,
    'must be an address such as smtp://user:password@mail.example.org:587',
  ).optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^\d$/, 'must be the number of proxies in front, 0 to 9')
    .transform(Number)
    .default(0),
});

/**
 * Reads the environment. `NAME_FILE` names a file that holds the value (for container secrets); empty values count as unset.
 * @throws ConfigError listing every problem at once
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = env[name];
    const file = env[`${name}_FILE`];
    if (value !== undefined && value !== '') given[name] = value;
    else if (file) {
      try {
        given[name] = readFileSync(file, 'utf8').trim();
      } catch {
        problems.push(`${name}_FILE names a file that cannot be read: ${file}`);
      }
    }
  }
  const parsed = schema.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) problems.push(`${issue.path.join('.')} ${issue.message}`);
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const values = parsed.data;
  if (values.ROLE !== 'all' && values.DATABASE_URL === undefined)
    throw new ConfigError([
      `ROLE=${values.ROLE} needs a DATABASE_URL: the embedded database serves one process only`,
    ]);
  const origin = (values.ORIGIN ?? `http://localhost:${values.PORT}`).replace(/\/$/, '');
  if (origin.startsWith('http:') && !isLocal(origin) && !values.ALLOW_PRIVATE_ADDRESSES) {
    throw new ConfigError([
      `ORIGIN must begin with https:// (it is ${origin}); plain http is for this machine only`,
    ]);
  }
  return {
    origin: new URL(origin).origin,
    originGiven: values.ORIGIN !== undefined,
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: resolve(values.DATA_DIR),
    allowPrivateAddresses: values.ALLOW_PRIVATE_ADDRESSES,
    role: values.ROLE,
    smtpUrl: values.SMTP_URL ?? null,
    trustProxy: values.TRUST_PROXY,
  };
}

function isLocal(origin: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(origin).hostname);
}

/** The configuration of this process. */
export function configFromEnvironment(): Config {
  return readConfig(process.env);
}

/** The configuration for showing to people: secrets are hidden. */
export function describeConfig(config: Config): Record<string, string> {
  const hidden = (text: string | null) =>
    text === null ? 'not set' : text.replace(/\/\/[^@/]*@/, '//[secret]@');
  return {
    ORIGIN: config.origin,
    PORT: String(config.port),
    HOST: config.host,
    DATABASE_URL: config.databaseUrl === null ? 'not set (embedded PostgreSQL)' : hidden(config.databaseUrl),
    DATA_DIR: config.dataDir,
    ALLOW_PRIVATE_ADDRESSES: config.allowPrivateAddresses ? 'on' : 'off',
    ROLE: config.role,
    SMTP_URL: hidden(config.smtpUrl),
    TRUST_PROXY: String(config.trustProxy),
  };
}
