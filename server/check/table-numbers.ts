import { checkTable } from './check-table.ts';
import type { CheckContext, Finding } from './finding.ts';
import type { Place } from './markdown-table.ts';
import { textTables } from './text-tables.ts';

/** Every number about few students in the tables of a text (product 3.2), one by one. */
export function findTableNumbers(text: string, { smallN }: CheckContext): Finding[] {
  return textTables(text).flatMap(({ parts }) =>
    parts.flatMap(({ table, placeOf }) => {
      const { hide, band } = checkTable(table, smallN);
      const places = [...hide, ...band].flatMap((place) => placeOf(place) ?? []);
      return unique(places).map(
        ({ start, end }): Finding => ({
          type: 'small-cell',
          severity: 'stop',
          start,
          end,
          text: text.slice(start, end),
          fix: null,
        }),
      );
    }),
  );
}

const unique = (places: readonly Place[]): Place[] => [
  ...new Map(places.map((place) => [place.start, place])).values(),
];
