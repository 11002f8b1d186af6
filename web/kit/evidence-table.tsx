import type { EvidenceTable } from '../../server/domain/evidence-table.ts';
import { cellText, commonN, NO_NUMBER, numberText } from '../../server/text/table-text.ts';
import type { Frame } from './frame.ts';

interface EvidenceTableViewProps {
  frame: Frame;
  table: EvidenceTable;
  /** the language of its words */
  lang: string;
  /** of its own on the page: an id or an address */
  id: string;
}

/** What a teacher counted, as a table: it scrolls by itself where there is no room. */
export function EvidenceTableView({ frame: { say, lang: own }, table, lang, id }: EvidenceTableViewProps) {
  const { caption, columns, rows, nName } = table;
  const captionId = `table-${id.replace(/[^\w-]+/g, '-')}`;
  const hasN = rows.some(({ n }) => n !== null);
  const n = commonN(table);
  const isHeading = columns.findIndex(({ type }) => type === 'label');
  const hasDash = rows.some(({ cells }) =>
    cells.some((cell, c) => cell === null && columns[c]?.type !== 'label'),
  );
  return (
    <div class="evidence">
      <figure class="table-scroll" aria-labelledby={captionId} tabindex={0}>
        <table>
          <caption id={captionId} lang={caption ? lang : undefined} dir="auto">
            {caption || say('table.small')}
          </caption>
          <thead>
            <tr>
              {columns.map(({ name, type }) => (
                <th
                  key={name}
                  scope="col"
                  lang={lang}
                  dir="auto"
                  class={type === 'label' ? undefined : 'number'}
                >
                  {name}
                </th>
              ))}
              {hasN && (
                <th scope="col" class="number">
                  {nName === 'n' ? say('table.n') : nName}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => (
              <tr key={r}>
                {columns.map((column, c) => {
                  const text = cellText(row.cells[c] ?? null, column, own);
                  if (c === isHeading)
                    return (
                      <th key={column.name} scope="row" lang={lang} dir="auto">
                        {text}
                      </th>
                    );
                  return (
                    <td key={column.name} class={column.type === 'label' ? undefined : 'number'}>
                      {text}
                    </td>
                  );
                })}
                {hasN && <td class="number">{row.n === null ? NO_NUMBER : numberText(row.n, own)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
      {n !== null && <p class="meta">{say('table.common-n', { count: n })}</p>}
      {hasDash && <p class="meta">{say('table.dash')}</p>}
    </div>
  );
}
