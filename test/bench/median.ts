const runs = 21

/** Median time of a call in milliseconds, after one that is not counted. */
export function median(call: () => unknown): number {
  call()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    call()
    return performance.now() - start
  })
  const middle = times.toSorted((a, b) => a - b)[runs >> 1] ?? Number.NaN
  return Math.round(middle * 100) / 100
}
