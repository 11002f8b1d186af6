import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Examiner, openExaminer } from '../support/page-examiner.ts';
import { PAGES } from '../support/page-list.ts';

describe('every page, as those with an account see it', () => {
  let examiner: Examiner;
  beforeAll(async () => {
    examiner = await openExaminer();
  });
  afterAll(() => examiner?.close());

  const rows = PAGES.flatMap((listed) =>
    listed.as.filter((who) => who !== 'visitor').map((who) => [listed.route, who, listed] as const),
  );
  test.each(rows)('%s for %s', async (_route, who, listed) => {
    expect(await examiner.examine(listed, who)).toEqual([]);
  });
});
