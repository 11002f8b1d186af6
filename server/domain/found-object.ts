/** Something found by its address: a work, or somebody's try of one. */
export interface FoundObject {
  kind: 'work' | 'try';
  id: string;
  uri: string;
  title: string;
  authorId: string;
  /** ids of its ancestors, origin first */
  lineage: string[];
}
