import { type RawBuilder, sql } from 'kysely';
import type { Db } from './db.ts';

/** items in one statement at most */
const MOST = 500;

interface Call<Item, Result> {
  item: Item;
  key: string;
  done: (result: Result | undefined) => void;
  fail: (error: unknown) => void;
}

type Run<Item, Result> = (db: Db, items: Item[]) => Promise<ReadonlyMap<string, Result>>;

/**
 * Makes one statement of what is asked in the same turn of the event loop of the same database or transaction:
 * a hundred activities handled side by side then cost a dozen statements instead of a thousand. Items with equal keys
 * are one item.
 * @param keyOf what tells two items apart
 * @param run answers by key, one statement for many items; what is missing is answered `undefined`
 */
export function together<Item, Result>(
  keyOf: (item: Item) => string,
  run: Run<Item, Result>,
): (db: Db, item: Item) => Promise<Result | undefined> {
  const waiting = new WeakMap<Db, Call<Item, Result>[]>();
  return (db, item) =>
    new Promise((done, fail) => {
      const call = { item, key: keyOf(item), done, fail };
      const others = waiting.get(db);
      if (others) {
        others.push(call);
        return;
      }
      const calls = [call];
      waiting.set(db, calls);
      setImmediate(() => {
        waiting.delete(db);
        for (let start = 0; start < calls.length; start += MOST)
          void answer(db, calls.slice(start, start + MOST), run);
      });
    });
}

/** `column = any(values)`: one parameter however many values, unlike `in`. */
export function isAnyOf(column: string, values: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${[...values]}::text[])`;
}

async function answer<Item, Result>(
  db: Db,
  calls: Call<Item, Result>[],
  run: Run<Item, Result>,
): Promise<void> {
  const items = [...new Map(calls.map((call) => [call.key, call.item])).values()];
  try {
    const results = await run(db, items);
    for (const call of calls) call.done(results.get(call.key));
  } catch (error) {
    // outside of a transaction nobody suffers from another one's question
    if (calls.length > 1 && !db.isTransaction) for (const call of calls) await answer(db, [call], run);
    else for (const call of calls) call.fail(error);
  }
}
