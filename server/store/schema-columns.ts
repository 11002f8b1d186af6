import type { ColumnType, Generated } from 'kysely';

/** Kinds of columns: what is read, inserted and updated. */

export type Default<T> = Generated<T>;
export type Time = ColumnType<Date, Date | string, Date | string>;
export type MaybeTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
export type DefaultTime = ColumnType<Date, Date | string | undefined, Date | string>;
/** jsonb is written as text so that arrays do not become PostgreSQL arrays */
export type Json<T> = ColumnType<T, string, string>;
export type DefaultJson<T> = ColumnType<T, string | undefined, string>;
