import { readFile, stat } from 'node:fs/promises';
import { checkTable } from '../check/check-table.ts';
import { checkText } from '../check/check-text.ts';
import type { CheckContext, Finding, FindingType } from '../check/finding.ts';
import { guessLanguage } from '../check/guess-language.ts';
import { parseStoryFile } from '../text/front-matter.ts';
import { CommandProblem } from './problem.ts';
import { readTable } from './table-file.ts';

/** What the command line says beside the file. */
export interface CheckOptions {
  json?: boolean;
  lang?: string;
  author: readonly string[];
  email: readonly string[];
  smallN: string;
}

/** The answer: what to print, and 0 when there is nothing to ask about, else 1. */
export interface CheckAnswer {
  print: string;
  exit: 0 | 1;
}

const FILE_MAX = 262_144;
const FEWEST = 5;
const MOST = 30;
const WHAT: Record<FindingType, string> = {
  email: 'an e-mail address',
  phone: 'a telephone number',
  'id-number': 'an ID number',
  'birth-date': 'a date of birth',
  'small-cell': 'a number about very few students',
  name: 'a name that may be a student’s',
  'one-child': 'something about one child',
  'private-link': 'a link to a private document',
  dignity: 'words about children or families',
  colleague: 'a colleague’s name',
};
const BY_HAND: Partial<Record<FindingType, string>> = {
  'small-cell': 'Say it of the whole class.',
  'one-child': 'Say “some students”, or leave it out.',
  dignity: 'Would you read this aloud to this child’s family?',
};

/**
 * `ajar check FILE`: the student check without a node. A Markdown draft gives findings (`--json`: `{type, severity, start,
 * end, text}`), offsets in the file as it is, front matter and all; a `.json` file is an evidence table and gives
 * `{verdict, hide, band}`.
 * @throws CommandProblem when the file or an option cannot be understood
 */
export async function checkFile(file: string, options: CheckOptions): Promise<CheckAnswer> {
  const smallN = Number(options.smallN);
  if (!Number.isInteger(smallN) || smallN < FEWEST || smallN > MOST)
    throw new CommandProblem(`The smallest group is a number from ${FEWEST} to ${MOST}.`);
  const text = await contentOf(file);
  if (/\.json$/i.test(file)) {
    const verdict = checkTable(readTable(jsonOf(text)), smallN);
    return {
      print: JSON.stringify(verdict, null, options.json ? 0 : 2),
      exit: verdict.verdict === 'fine' ? 0 : 1,
    };
  }
  const findings = findingsIn(text, { ...contextOf(text, options), smallN });
  const print = options.json
    ? JSON.stringify(
        findings.map(({ type, severity, start, end, text }) => ({ type, severity, start, end, text })),
      )
    : sentences(file, text, findings);
  return { print, exit: findings.length > 0 ? 1 : 0 };
}

async function contentOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new CommandProblem(`There is no file ${file}.`);
  if (found.size > FILE_MAX) throw new CommandProblem(`${file} is larger than ${FILE_MAX / 1024} KiB.`);
  try {
    // a mark at the beginning of the file stays: offsets count it
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch {
    throw new CommandProblem(`${file} is not a text in UTF-8.`);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new CommandProblem(`Not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function findingsIn(text: string, context: CheckContext): Finding[] {
  try {
    return checkText(text, context);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandProblem(error.message);
    throw error;
  }
}

/** Front matter says the language and who wrote it; the command line goes before it. */
function contextOf(text: string, options: CheckOptions): Omit<CheckContext, 'smallN'> {
  const fields = fieldsOf(text);
  const named = ['author', 'authors', 'by', 'coauthors', 'co-authors', 'coAuthors'].flatMap((key) =>
    namesIn(fields[key]),
  );
  const written = typeof fields.lang === 'string' ? fields.lang : fields.language;
  return {
    lang: options.lang ?? (typeof written === 'string' ? written : guessLanguage(text)),
    authors: [...options.author, ...named],
    emails: [...options.email, ...namesIn(fields.email)],
    idPatterns: [],
  };
}

/** A draft with broken front matter is looked at all the same. */
function fieldsOf(text: string): Record<string, unknown> {
  try {
    return parseStoryFile(text).fields;
  } catch {
    return {};
  }
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string')
    return value
      .split(/,|;|&| and | y | et | und | ja |、|和/)
      .map((name) => name.trim())
      .filter(Boolean);
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return typeof value === 'object' && value !== null && 'name' in value ? namesIn(value.name) : [];
}

function sentences(file: string, text: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return `${file}: nothing to ask about.`;
  const lines = findings.map((finding) => {
    const before = text.slice(0, finding.start).split('\n');
    const place = `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const passage = finding.text.replace(/\s+/g, ' ');
    const word = finding.severity === 'stop' ? 'Stop' : 'Question';
    return `${place} ${word}: ${WHAT[finding.type]}: “${passage}”. ${suggestion(finding)}`;
  });
  const stops = findings.filter(({ severity }) => severity === 'stop').length;
  return [...lines, `${count(stops, 'stop')}, ${count(findings.length - stops, 'question')}.`].join('\n');
}

const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;

function suggestion({ type, fix }: Finding): string {
  if (fix) return `Write “${fix}” instead.`;
  return fix === '' ? 'Take it out.' : (BY_HAND[type] ?? 'Say it in other words.');
}
