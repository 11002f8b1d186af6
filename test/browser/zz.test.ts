import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { routesOf } from '../../server/cli/routes-command.ts';
import { type Examiner, openExaminer } from '../support/page-examiner.ts';
import { NO_PAGES, PAGES } from '../support/page-list.ts';
import { signedIn } from '../support/visitor.ts';

describe('every page, as somebody without an account sees it', () => {
  let examiner: Examiner;
  beforeAll(async () => {
    examiner = await openExaminer();
  });
  afterAll(async () => { await examiner?.close(); process.stderr.write("RES "+JSON.stringify(process.getActiveResourcesInfo())+"\n"); });

  test('every route is in the list of pages, and what is not there is no page', async () => {
    const { pine } = examiner.scene;
    if (!pine.district.pages) throw new Error('this node has no pages');
    const routes = routesOf({ app: pine.district.pages, pages: null });
    const paths = routes.filter((line) => line.startsWith('GET ')).map((line) => line.replace(/^GET +/, ''));
    const listed = new Set([...PAGES.map(({ route }) => route), ...NO_PAGES]);
    expect(paths.filter((path) => !listed.has(path))).toEqual([]);
    expect(NO_PAGES.filter((path) => !paths.includes(path))).toEqual([]);
    const priya = await signedIn(pine.origin, 'priya');
    for (const path of NO_PAGES) {
      const { status, headers } = await priya.get(path);
      const isPage = status === 200 && headers.get('content-type')?.startsWith('text/html');
      expect([path, isPage]).toEqual([path, false]);
    }
  });

  const rows = PAGES.filter(({ as }) => as.includes('visitor')).map(
    (listed) => [listed.route, listed] as const,
  );
  test.each(rows)('%s', async (_route, listed) => {
    expect(await examiner.examine(listed, 'visitor')).toEqual([]);
  });
});
