/** Days on which school is closed, the first and the last included: `2026-12-21` to `2027-01-03`. */
export interface Holiday {
  from: string;
  to: string;
}

/** By whose clock and weeks a district goes to school. */
export interface SchoolCalendar {
  /** IANA name; one that this machine does not know counts as UTC */
  timezone: string;
  holidays: readonly Holiday[];
}

/** No holiday is longer. */
export const HOLIDAY_DAYS = 150;
export const MOST_HOLIDAYS = 40;

export const ALWAYS_OPEN: SchoolCalendar = { timezone: 'UTC', holidays: [] };
