const first = 1000
const longest = 30_000

/** How long to wait before the next attempt, in milliseconds: doubled each time up to half a minute, and never in step with others. */
export const waitBefore = (attempt: number, random: () => number = Math.random): number =>
  Math.min(longest, first * 2 ** attempt) * (0.5 + random() / 2)
