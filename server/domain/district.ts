/** The six hues of a district: its header line and its mark, nothing else. The stylesheet knows them by these names. */
export const ACCENTS = ['spruce', 'amber', 'brick', 'leaf', 'plum', 'sky'] as const;
export type Accent = (typeof ACCENTS)[number];

/**
 * Who may answer what new people here write, until they decide for themselves. `partners` waits for a list of partner
 * districts and cannot be chosen yet.
 */
export const FEDERATION_MODES = ['open', 'approved-replies'] as const;
