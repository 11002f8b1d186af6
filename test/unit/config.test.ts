import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, describeConfig, readConfig } from '../../server/config.ts';

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('the environment', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      origin: 'http://localhost:3000',
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      role: 'all',
      allowPrivateAddresses: false,
    });
    expect(readConfig({ PORT: '4000' }).origin).toBe('http://localhost:4000');
  });

  test('lists every problem at once, each with its key', () => {
    const problems = problemsOf({
      PORT: 'bad',
      ORIGIN: 'foo',
      ROLE: 'king',
      DATABASE_URL: 'mysql://x',
      SMTP_URL: 'nope',
      ALLOW_PRIVATE_ADDRESSES: 'perhaps',
      TRUST_PROXY: '-1',
    });
    for (const key of [
      'PORT',
      'ORIGIN',
      'ROLE',
      'DATABASE_URL',
      'SMTP_URL',
      'ALLOW_PRIVATE_ADDRESSES',
      'TRUST_PROXY',
    ]) {
      expect(problems.filter((problem) => problem.startsWith(`${key} `))).toHaveLength(1);
    }
  });

  test('refuses an origin with a path, and plain http but for this machine', () => {
    expect(problemsOf({ ORIGIN: 'https://ajar.example/app' })).toEqual(['ORIGIN must have no path']);
    expect(problemsOf({ ORIGIN: 'http://ajar.example' })[0]).toContain('https://');
    expect(readConfig({ ORIGIN: 'https://ajar.example/' }).origin).toBe('https://ajar.example');
  });

  test('a single role needs a database of its own', () => {
    expect(problemsOf({ ROLE: 'worker' })[0]).toContain('DATABASE_URL');
    expect(readConfig({ ROLE: 'worker', DATABASE_URL: 'postgres://u:p@h/d' }).role).toBe('worker');
  });

  test('reads secrets from files, and never shows them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ajar-config-'));
    writeFileSync(join(folder, 'url'), 'postgres://user:hush@db/ajar\n');
    const config = readConfig({ DATABASE_URL_FILE: join(folder, 'url') });
    expect(config.databaseUrl).toBe('postgres://user:hush@db/ajar');
    expect(JSON.stringify(describeConfig(config))).not.toContain('hush');
    expect(problemsOf({ DATABASE_URL_FILE: join(folder, 'missing') })[0]).toContain('DATABASE_URL_FILE');
    rmSync(folder, { recursive: true });
  });

  test('.env.example names every variable and its lines are good', () => {
    const text = readFileSync('.env.example', 'utf8');
    const lines = text
      .split('\n')
      .filter((line) => /^#? ?[A-Z_]+=/.test(line))
      .map((line) => line.replace(/^# ?/, ''));
    const env = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    for (const name of [
      'ORIGIN',
      'PORT',
      'HOST',
      'DATABASE_URL',
      'DATA_DIR',
      'ALLOW_PRIVATE_ADDRESSES',
      'ROLE',
      'SMTP_URL',
      'TRUST_PROXY',
    ])
      expect(Object.keys(env)).toContain(name);
    const { DATABASE_URL_FILE: _database, SMTP_URL_FILE: _smtp, ...values } = env;
    expect(problemsOf(values as Record<string, string>)).toEqual([]);
  });
});
