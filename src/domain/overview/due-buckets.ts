/** What is to be installed by the time that is left. */
import { dueBuckets, type Overview } from '../../contract/overview.ts'
import type { BulletinQuery, Summary } from '../../contract/summary.ts'

type Bucket = (typeof dueBuckets)[number]

/** How a filter asks for each. */
const asked: Record<Bucket, string> = {
  overdue: 'overdue',
  '3': '0-3',
  '14': '4-14',
  '60': '15-60',
  later: '61-9999,none',
}

function bucketOf({ due }: Summary): Bucket {
  const left = due?.left ?? null
  if (left === null || left > 60) return 'later'
  if (left < 0) return 'overdue'
  return left <= 3 ? '3' : left <= 14 ? '14' : '60'
}

/** Each of the buckets. `query` lists all of these fixes; `leftOf` tells the machines that are left of one. */
export function dueBucketsOf(
  fixes: readonly Summary[],
  query: BulletinQuery,
  leftOf: (id: string) => number,
): Overview['due'] {
  const byBucket = Map.groupBy(fixes, bucketOf)
  return dueBuckets.map((bucket) => {
    const own = byBucket.get(bucket) ?? []
    return {
      bucket,
      count: own.length,
      query: { ...query, due: asked[bucket] },
      left: own.reduce((sum, { id }) => sum + leftOf(id), 0),
    }
  })
}
