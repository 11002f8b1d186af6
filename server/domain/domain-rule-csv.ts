import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { covers, type DomainRule, domainRuleInput } from './domain-rule.ts';

/** The columns of Mastodon's lists of domain blocks (its admin pages, "Export"). */
const COLUMNS = [
  'domain',
  'severity',
  'reject_media',
  'reject_reports',
  'public_comment',
  'obfuscate',
] as const;

export const CSV_LIMITS = { bytes: 1_048_576, rows: 5_000 } as const;

/** A row that cannot be taken: where it stands, how it begins, and the key of a sentence. */
export interface RowFault {
  /** counted from 1, the header included */
  line: number;
  /** what the row says, at most 80 characters */
  text: string;
  say: 'not-a-domain' | 'own-domain' | 'severity' | 'yes-or-no' | 'twice' | 'unreadable';
}

export interface ReadRules {
  rules: DomainRule[];
  faults: RowFault[];
  /** there were more rows than are taken: then nothing is */
  tooMany: boolean;
}

/** Rules as a file for other servers. Private comments stay here; a cell that a spreadsheet would run begins with `'`. */
export function rulesAsCsv(rules: readonly DomainRule[]): string {
  const rows = rules.map((rule) => [
    rule.domain,
    rule.severity,
    String(rule.rejectMedia),
    String(rule.rejectReports),
    rule.publicComment,
    String(rule.obfuscate),
  ]);
  return stringify([COLUMNS.map((column) => `#${column}`), ...rows], { escape_formulas: true });
}

/**
 * Reads a list of domain blocks: with Mastodon's header in any order, or without one (then the columns stand in its
 * order, and a row may be a domain alone, which means `suspend`). Good rows are taken even where others are not.
 * @param csv at most `CSV_LIMITS.bytes`
 * @param ownHost rules about this node itself are faults
 */
export function rulesFromCsv(csv: string, ownHost: string): ReadRules {
  const faults: RowFault[] = [];
  const rows = rowsOf(csv, faults);
  const [first] = rows;
  const header = first?.cells.map((cell) => cell.replace(/^#/, '').toLowerCase()) ?? [];
  const hasHeader = header.includes('domain');
  const body = hasHeader ? rows.slice(1) : rows;
  if (body.length > CSV_LIMITS.rows) return { rules: [], faults: [], tooMany: true };
  const places = new Map(
    COLUMNS.map((column, index) => [column, hasHeader ? header.indexOf(column) : index]),
  );
  const rules = new Map<string, DomainRule>();
  for (const { line, cells } of body) {
    const cell = (column: (typeof COLUMNS)[number]) => cells[places.get(column) ?? -1] ?? '';
    const read = ruleOf(cell);
    const say =
      typeof read === 'string'
        ? read
        : covers(read.domain, ownHost)
          ? 'own-domain'
          : rules.has(read.domain)
            ? 'twice'
            : null;
    if (say !== null) faults.push({ line, text: cells.join(', ').slice(0, 80), say });
    else if (typeof read !== 'string') rules.set(read.domain, read);
  }
  return { rules: [...rules.values()], faults: faults.sort((a, b) => a.line - b.line), tooMany: false };
}

interface Row {
  line: number;
  cells: string[];
}

const OPTIONS = {
  bom: true,
  trim: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
};

/** A quote that never ends would swallow the rest: then each line is read by itself. */
function rowsOf(csv: string, faults: RowFault[]): Row[] {
  // the header and one more than are taken: then there are too many
  const most = CSV_LIMITS.rows + 2;
  try {
    const records = parse(csv, { ...OPTIONS, info: true, to: most }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return csv.split(/\r\n|\n|\r/, most).flatMap((text, index) => rowOfLine(text, index + 1, faults));
  }
}

function rowOfLine(text: string, line: number, faults: RowFault[]): Row[] {
  try {
    return (parse(text, OPTIONS) as string[][]).map((cells) => ({ line, cells }));
  } catch {
    faults.push({ line, text: text.slice(0, 80), say: 'unreadable' });
    return [];
  }
}

function ruleOf(cell: (column: (typeof COLUMNS)[number]) => string): DomainRule | RowFault['say'] {
  const [rejectMedia, rejectReports, obfuscate] = [
    yesOrNo(cell('reject_media')),
    yesOrNo(cell('reject_reports')),
    yesOrNo(cell('obfuscate')),
  ];
  if (rejectMedia === null || rejectReports === null || obfuscate === null) return 'yes-or-no';
  const read = domainRuleInput.safeParse({
    domain: cell('domain'),
    severity: cell('severity').toLowerCase() || 'suspend',
    rejectMedia,
    rejectReports,
    // the mark that keeps a spreadsheet from running it
    publicComment: cell('public_comment').replace(/^'(?=[=+\-@\t\r＝＋－＠])/, ''),
    obfuscate,
  });
  if (read.success) return read.data;
  return read.error.issues.some((issue) => issue.path[0] === 'domain') ? 'not-a-domain' : 'severity';
}

function yesOrNo(text: string): boolean | null {
  if (/^(true|yes|t|y|1)$/i.test(text)) return true;
  return /^(false|no|f|n|0)?$/i.test(text) ? false : null;
}
