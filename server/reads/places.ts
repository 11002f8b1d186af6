import type { Db } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';

const MOST = 2_000;

/**
 * What districts elsewhere call themselves, by host. A name that is ours or that two of them use says nothing, and
 * is left out.
 */
export async function placeNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const [rows, ours] = await Promise.all([
    db
      .selectFrom('remote_host')
      .select(['host', 'name'])
      .where('name', 'is not', null)
      .$narrowType<{ name: string }>()
      .limit(MOST)
      .execute(),
    theDistrict(db),
  ]);
  const hosts = new Map<string, string[]>();
  for (const { host, name } of rows) hosts.set(folded(name), [...(hosts.get(folded(name)) ?? []), host]);
  return new Map(
    rows
      .filter(
        ({ name }) => hosts.get(folded(name))?.length === 1 && folded(name) !== folded(ours?.name ?? ''),
      )
      .map(({ host, name }) => [host, name]),
  );
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();
