import type { Db } from '../store/db.ts';

/** A published version as its authors can read it again. */
export interface WorkVersion {
  version: number;
  /** what was corrected, in the author's words; '' for the first */
  changeNote: string;
  createdAt: Date;
  title: string;
  gist: string;
  lang: string;
  /** Markdown by prompt */
  sections: { key: string; markdown: string }[];
}

/** Every version of a published work, newest first, at most 50. For its authors only: an old one may hold what was corrected. */
export async function versionsOf(db: Db, workId: string): Promise<WorkVersion[]> {
  const rows = await db
    .selectFrom('work_version')
    .selectAll()
    .where('work_id', '=', workId)
    .orderBy('version', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => {
    const content = row.content as Partial<Pick<WorkVersion, 'title' | 'gist' | 'lang' | 'sections'>>;
    return {
      version: row.version,
      changeNote: row.change_note,
      createdAt: row.created_at,
      title: content.title ?? '',
      gist: content.gist ?? '',
      lang: content.lang ?? 'en',
      sections: content.sections ?? [],
    };
  });
}
