/** A place in a text, in UTF-16 units. */
export interface Place {
  start: number;
  end: number;
}

/** A cell, its row, and the heading of its column. */
export interface Cell extends Place {
  text: string;
  row: Place;
  column: string;
}

const RULE = /^[\s|:-]{3,2000}$/;

/**
 * The cells of Markdown's tables that stand under certain headings, without the spaces around them.
 * @param isAsked whether a heading (trimmed) is one of them
 */
export function* cellsUnder(text: string, isAsked: (heading: string) => boolean): Generator<Cell> {
  let at = 0;
  let before = '';
  let columns: Map<number, string> | null = null;
  for (const line of text.split('\n')) {
    if (!line.includes('|')) columns = null;
    else if (RULE.test(line) && line.includes('-')) {
      const headings = cellsOf(before, 0);
      columns = new Map(headings.flatMap(({ text }, c) => (isAsked(text) ? [[c, text] as const] : [])));
    } else if (columns)
      for (const [c, cell] of cellsOf(line, at).entries()) {
        const column = columns.get(c);
        if (column !== undefined && cell.text !== '')
          yield { ...cell, row: { start: at, end: at + line.length }, column };
      }
    before = line;
    at += line.length + 1;
  }
}

function cellsOf(line: string, at: number): (Place & { text: string })[] {
  const cells: (Place & { text: string })[] = [];
  let from = line.trimStart().startsWith('|') ? line.indexOf('|') + 1 : 0;
  for (const cell of line.slice(from).split('|')) {
    const start = at + from + (cell.length - cell.trimStart().length);
    cells.push({ start, end: start + cell.trim().length, text: cell.trim() });
    from += cell.length + 1;
  }
  return cells;
}
