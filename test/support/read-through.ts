/** What an author says who has read a work through and was asked nothing. */
export const READ_THROUGH = { attested: true, kept: [] } as const;
