/** Builds as documents print them: `10.0.26100.4349`, `138.0.3351.55`, `v0.17.1`. */

const numbersOf = (build: string): number[] => build.replace(/^v/, '').split('.').map(Number)

/** Below 0 where `a` is the smaller one, 0 where both are the same. */
export function compareBuilds(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  const at = Array.from({ length: Math.max(left.length, right.length) }, (_, position) => position).find(
    (position) => (left[position] ?? 0) !== (right[position] ?? 0),
  )
  return at === undefined ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

export const largestBuild = (builds: readonly string[]): string | null => builds.toSorted(compareBuilds).at(-1) ?? null

/** What all builds of a line of Windows begin with: `10.0.26100`. */
const buildLine = (build: string) => build.split('.').slice(0, -1).join('.')

/**
 * The largest build of each side, as far as they can be compared; null where they cannot. Where builds have lines, only those of one line can:
 * 19041.1107 is no older than 19045.10.
 */
export function comparableBuilds(
  a: readonly string[],
  b: readonly string[],
  isByLine: boolean,
): [a: string, b: string] | null {
  const shared = isByLine
    ? (build: string, others: readonly string[]) => others.some((other) => buildLine(other) === buildLine(build))
    : () => true
  const left = largestBuild(a.filter((build) => shared(build, b)))
  const right = largestBuild(
    left === null ? [] : b.filter((build) => !isByLine || buildLine(build) === buildLine(left)),
  )
  return left === null || right === null ? null : [left, right]
}
