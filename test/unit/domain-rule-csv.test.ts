import { describe, expect, test } from '@jest/globals';
import { covers, type DomainRule, domainRuleInput } from '../../server/domain/domain-rule.ts';
import { CSV_LIMITS, rulesAsCsv, rulesFromCsv } from '../../server/domain/domain-rule-csv.ts';

const OURS = 'ajar.pinehollow.example';

const rule = (domain: string, more: Partial<DomainRule> = {}): DomainRule => ({
  domain,
  severity: 'suspend',
  rejectMedia: false,
  rejectReports: false,
  publicComment: '',
  privateComment: '',
  obfuscate: false,
  ...more,
});

describe('lists of rules', () => {
  test('have the columns of Mastodon, without what is private', () => {
    const csv = rulesAsCsv([
      rule('nasty.example', { publicComment: 'spam, and "worse"', privateComment: 'see mail' }),
    ]);
    expect(csv.split('\n')).toEqual([
      '#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate',
      'nasty.example,suspend,false,false,"spam, and ""worse""",false',
      '',
    ]);
  });

  test('come back as they were', () => {
    const rules = [
      rule('a.example', { severity: 'silence', rejectReports: true, publicComment: 'Unkind, “often”' }),
      rule('b.example:8443', { severity: 'noop', rejectMedia: true, obfuscate: true }),
      rule('xn--ok-via.example', { publicComment: '=HYPERLINK("https://nasty.example")' }),
    ];
    expect(rulesFromCsv(rulesAsCsv(rules), OURS)).toEqual({ rules, faults: [], tooMany: false });
  });

  test('hold nothing that a spreadsheet would run', () => {
    for (const comment of ['=1+1', '+1', '-1', '@SUM(A1)', '＝1'])
      expect(rulesAsCsv([rule('a.example', { publicComment: comment })])).toContain(`'${comment}`);
  });

  test('are read whatever the order of their columns, and without a header', () => {
    const mixed = '\uFEFFseverity,#public_comment,domain\r\nsilence,Unkind,A.Example\r\n';
    const [read] = rulesFromCsv(mixed, OURS).rules;
    expect(read).toEqual(rule('a.example', { severity: 'silence', publicComment: 'Unkind' }));
    expect(
      rulesFromCsv('a.example\nb.example\n', OURS).rules.map(({ domain, severity }) => [domain, severity]),
    ).toEqual([
      ['a.example', 'suspend'],
      ['b.example', 'suspend'],
    ]);
  });

  test('give the good rows and name the others', () => {
    const { rules, faults } = rulesFromCsv(
      [
        '#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate',
        'good.example,suspend,true,false,spam,true',
        'na***.example,suspend,,,,',
        'limited.example,limit,,,,',
        'maybe.example,silence,perhaps,,,',
        'https://good.example/about,silence,,,,',
        'pinehollow.example,suspend,,,,',
        '"open.example,suspend,,,,',
        'last.example,noop,,,,',
      ].join('\n'),
      OURS,
    );
    expect(rules.map(({ domain }) => domain)).toEqual(['good.example', 'last.example']);
    expect(faults.map(({ line, say }) => [line, say])).toEqual([
      [3, 'not-a-domain'],
      [4, 'severity'],
      [5, 'yes-or-no'],
      [6, 'twice'],
      [7, 'own-domain'],
      [8, 'unreadable'],
    ]);
  });

  test('may be so long and not longer', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => `s${index}.example`).join('\n');
    expect(rulesFromCsv(rows(CSV_LIMITS.rows), OURS).rules).toHaveLength(CSV_LIMITS.rows);
    expect(rulesFromCsv(`#domain\n${rows(CSV_LIMITS.rows)}`, OURS).rules).toHaveLength(CSV_LIMITS.rows);
    expect(rulesFromCsv(rows(CSV_LIMITS.rows + 1), OURS)).toEqual({ rules: [], faults: [], tooMany: true });
  });
});

describe('the name of a server', () => {
  const nameOf = (domain: string) => domainRuleInput.safeParse({ domain, severity: 'silence' }).data?.domain;

  test('is the host, however it was written', () => {
    for (const text of [
      'Nasty.Example',
      ' https://nasty.example/@sam ',
      '@sam@nasty.example',
      '*.nasty.example',
      'nasty.example.',
    ])
      expect(nameOf(text)).toBe('nasty.example');
    expect(nameOf('käse.example')).toBe('xn--kse-qla.example');
    expect(nameOf('127.0.0.1:3001')).toBe('127.0.0.1:3001');
  });

  test('is never a whole top-level domain or no name at all', () => {
    for (const text of ['', 'com', 'two words.example', 'https://', `${'x'.repeat(2_000)}.example`])
      expect(nameOf(text)).toBeUndefined();
  });

  test('covers its sub-domains and ports, and nobody else', () => {
    expect(
      ['nasty.example', 'a.nasty.example', 'nasty.example:8443'].map((host) => covers('nasty.example', host)),
    ).toEqual([true, true, true]);
    expect(
      ['nasty.example.org', 'verynasty.example', 'example'].map((host) => covers('nasty.example', host)),
    ).toEqual([false, false, false]);
  });
});
