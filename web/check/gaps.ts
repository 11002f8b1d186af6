/** Where a one-tap fix took words out and put none in their place. */
export interface Gap {
  field: string;
  /** in UTF-16 code units */
  at: number;
}

/** The text of a field as it is now. */
export type TextOf = (field: string) => string;

/** The name under which gaps go from one page of the editor to the next. No word of the text is among them. */
export const GAPS = 'gaps';
const MOST = 50;

/** Gaps for an address or a hidden field: field, place and length of the text, `how-41-512,gist-3-90`. */
export const gapsText = (gaps: readonly Gap[], textOf: TextOf): string =>
  gaps
    .slice(0, MOST)
    .map(({ field, at }) => {
      const { length } = textOf(field);
      return [field, Math.min(at, length), length].join('-');
    })
    .join(',');

/** The gaps of `gapsText`, without those of texts that have changed since. */
export function gapsIn(sent: string, textOf: TextOf): Gap[] {
  return sent.split(',', MOST).flatMap((one) => {
    const [, field, at, length] = /^([a-z]{1,40})-(\d{1,6})-(\d{1,6})$/i.exec(one) ?? [];
    return field !== undefined && textOf(field).length === Number(length) && Number(at) <= Number(length)
      ? [{ field, at: Number(at) }]
      : [];
  });
}
