/** The least of a plan's address: what other pages need to lead to one. */

/** The first thing in an address; another number would be another way of writing it. */
export const linkVersion = '1'

/** A plan for these bulletins, of which nothing else is said yet. */
export const planOf = (bulletins: readonly string[]): string => `${linkVersion};b:${bulletins.join(',')}`
