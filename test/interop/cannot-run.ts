/** This machine lacks something that the neighbour needs; the message says what. It says nothing about Ajar. */
export class CannotRun extends Error {}
