/** A share as whole per cent: 100 % only where it is all of them. */
export const wholeShare = (part: number, of: number): string => `${of === 0 ? 0 : Math.floor((part / of) * 100)}%`
