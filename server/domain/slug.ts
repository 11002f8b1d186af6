/**
 * The human part of a work's address: letters and digits of any script, NFC, at most 60 characters.
 * @param id used when nothing of the title is left: its last six characters
 */
export function slugOf(title: string, id: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let slug = '';
  for (const word of words) {
    const next = slug === '' ? word : `${slug}-${word}`;
    if ([...next].length > 60) break;
    slug = next;
  }
  if (slug === '' && words[0]) slug = [...words[0]].slice(0, 60).join('');
  return slug === '' ? id.slice(-6) : slug;
}
