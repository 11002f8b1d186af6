/** Everybody in the tests, drills and measurements signs in with it. */
export const PASSWORD = 'correct horse battery';
