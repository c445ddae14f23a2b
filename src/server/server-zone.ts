/** The time zone of this machine, by its IANA name; asked for once, since the answer takes as long as reading a bulletin. */
export const serverZone = Intl.DateTimeFormat().resolvedOptions().timeZone
