/** Something that the person at the shell can put right; the message says how. */
export class CommandProblem extends Error {}
