import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CSV_LIMITS } from '../../server/domain/domain-rule-csv.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const HEADER = '#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate';

describe('lists of rules', () => {
  let node: TestDistrict;
  let priya: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    priya = await signedIn(node.origin, 'priya');
  });
  beforeEach(async () => {
    await node.ctx.db.deleteFrom('domain_rule').execute();
  });
  afterAll(() => node?.stop());

  const domains = async () =>
    (await node.ctx.db.selectFrom('domain_rule').select('domain').orderBy('domain').execute()).map(
      (row) => row.domain,
    );

  /** Sends a form with a file, or with a field, as browsers do. */
  function upload(path: string, field: string, content: string) {
    const boundary = '----ajar-test';
    const name =
      field === 'file' ? 'name="file"; filename="blocks.csv"\r\nContent-Type: text/csv' : `name="${field}"`;
    const body = `--${boundary}\r\nContent-Disposition: form-data; ${name}\r\n\r\n${content}\r\n--${boundary}--\r\n`;
    return priya.send('POST', path, body, {
      origin: node.origin,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  }

  test('are looked at before anything changes, then taken over', async () => {
    const csv = [
      HEADER,
      'nasty.example,suspend,false,false,"Spam, and worse",false',
      'b ad,suspend,,,,',
      'loud.example,silence,,,,',
    ].join('\r\n');
    const preview = await upload('/admin/rules/import', 'file', csv);
    expect(preview.status).toBe(200);
    for (const said of [
      '2 rules are new.',
      'Row 3 does not begin with the name of a server: b ad, suspend',
      'Spam, and worse',
      'its people disappear here',
      'Take over 2 rules',
    ])
      expect(preview.text).toContain(said);
    expect(await domains()).toEqual([]);
    const rules =
      /name="rules" value="([^"]*)"/
        .exec(preview.text)?.[1]
        ?.replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&') ?? '';
    const applied = await upload('/admin/rules/import/apply', 'rules', rules);
    expect([applied.status, applied.location]).toEqual([303, '/admin/rules']);
    expect((await priya.get('/admin/rules')).text).toContain('2 rules are taken over.');
    expect(await domains()).toEqual(['loud.example', 'nasty.example']);
  });

  test('leave the rules that are there', async () => {
    await priya.post('/admin/rules/new', {
      domain: 'loud.example',
      severity: 'silence',
      publicComment: 'Ours',
    });
    const csv = `${HEADER}\nloud.example,suspend,,,Theirs,\nnasty.example,suspend,,,,`;
    const preview = await upload('/admin/rules/import', 'file', csv);
    expect(preview.text).toContain('One server has a rule already and keeps it.');
    await upload('/admin/rules/import/apply', 'rules', csv);
    const kept = await node.ctx.db
      .selectFrom('domain_rule')
      .selectAll()
      .where('domain', '=', 'loud.example')
      .executeTakeFirst();
    expect(kept).toMatchObject({ severity: 'silence', public_comment: 'Ours' });
    expect(await domains()).toEqual(['loud.example', 'nasty.example']);
  });

  test('go out as a file and come back the same', async () => {
    const sent = {
      severity: 'noop',
      rejectMedia: 'yes',
      publicComment: '=cmd, "quoted"',
      privateComment: 'for us',
      obfuscate: 'yes',
    };
    await priya.post('/admin/rules/new', { ...sent, domain: 'a.example' });
    await priya.post('/admin/rules/new', { domain: 'b.example', severity: 'suspend', sure: 'yes' });
    const rows = () =>
      node.ctx.db
        .selectFrom('domain_rule')
        .select(['domain', 'severity', 'reject_media', 'public_comment', 'obfuscate'])
        .orderBy('domain')
        .execute();
    const before = await rows();
    const file = await priya.get('/admin/rules.csv');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename=pinehollow-rules-\d{4}-\d\d-\d\d\.csv$/,
    );
    expect(file.text.split('\n')[0]).toBe(HEADER);
    expect(file.text).toContain(`a.example,noop,true,false,"'=cmd, ""quoted""",true`);
    expect(file.text).not.toContain('for us');
    await node.ctx.db.deleteFrom('domain_rule').execute();
    expect((await upload('/admin/rules/import/apply', 'rules', file.text)).status).toBe(303);
    expect(await rows()).toEqual(before);
  });

  test('that cannot be taken are refused in words', async () => {
    const long = `${HEADER}\n${'x'.repeat(CSV_LIMITS.bytes)}.example,suspend,,,,`;
    const many = Array.from({ length: CSV_LIMITS.rows + 1 }, (_, index) => `s${index}.example`).join('\n');
    for (const [csv, said] of [
      ['', 'Choose a file first.'],
      [HEADER, 'There is no rule in this file.'],
      [many, '5,000 rows at most'],
      [long, '1 MB at most'],
    ] as const) {
      const answer = await upload('/admin/rules/import', 'file', csv);
      expect([answer.status, answer.text.includes(said)]).toEqual([422, true]);
      expect(answer.text).toContain('href="#field-file"');
    }
    expect((await priya.post('/admin/rules/import')).status).toBe(422);
    expect((await upload('/admin/rules/import', 'file', 'x'.repeat(3 * CSV_LIMITS.bytes))).status).toBe(413);
  });

  test('of five thousand servers are taken in one go', async () => {
    const csv = Array.from({ length: CSV_LIMITS.rows }, (_, index) => `s${index}.example`).join('\n');
    expect((await upload('/admin/rules/import', 'file', csv)).text).toContain('Take over 5,000 rules');
    expect((await upload('/admin/rules/import/apply', 'rules', csv)).status).toBe(303);
    expect(await domains()).toHaveLength(CSV_LIMITS.rows);
  });
});
