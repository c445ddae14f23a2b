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

/**
 * The largest build of each side, as far as they can be compared; null where they cannot. Only builds with the same first
 * `leading` numbers can: with three of them, 10.0.19041.1107 is no older than 10.0.19045.10.
 */
export function comparableBuilds(
  a: readonly string[],
  b: readonly string[],
  leading: number,
): [a: string, b: string] | null {
  const lineOf = (build: string) => build.split('.').slice(0, leading).join('.')
  const lines = new Set(b.map(lineOf))
  const left = largestBuild(a.filter((build) => lines.has(lineOf(build))))
  const right = largestBuild(left === null ? [] : b.filter((build) => lineOf(build) === lineOf(left)))
  return left === null || right === null ? null : [left, right]
}

/** A build as its line and the revision in that; null for several, and for what is no build of Windows. */
export function revisionOf([build, another]: readonly string[]): { line: string; revision: number } | null {
  const found = build === undefined || another !== undefined ? null : /^(\d+\.\d+\.\d+)\.(\d+)$/.exec(build)
  return found === null ? null : { line: found[1] ?? '', revision: Number(found[2]) }
}
