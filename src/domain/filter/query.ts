import { BulletinQuery } from '../../contract/summary.ts'
import type { Filter } from './filter.ts'

const fields = Object.keys(BulletinQuery.shape) as (keyof BulletinQuery)[]

/** The filter of a shared link: what is valid counts, a bad or unknown value is left out and the page still shows. */
export function readQuery(search: Record<string, unknown>): BulletinQuery {
  const valid = fields.flatMap((field) => {
    const value = BulletinQuery.shape[field].safeParse(search[field])
    return value.success && value.data !== undefined && value.data !== '' ? [[field, value.data]] : []
  })
  return Object.fromEntries(valid) as BulletinQuery
}

/** The query of a changed filter; what asks for nothing is absent, and so is the default order. */
export function changeQuery(
  query: BulletinQuery,
  change: Partial<Filter> & Pick<BulletinQuery, 'sort'>,
): BulletinQuery {
  const written = Object.entries<unknown>(change).map(([field, value]): [string, unknown] => [
    field,
    Array.isArray(value) ? value.join(',') : value,
  ])
  const { sort, ...rest } = readQuery({ ...query, ...Object.fromEntries(written) })
  return sort === undefined || sort === 'urgency' ? rest : { ...rest, sort }
}

/** The search parameters of a page with a changed filter; what else the page keeps in its address stays there. */
export function changeSearch(search: object, change: Parameters<typeof changeQuery>[1]): Record<string, unknown> {
  const others = Object.entries(search).filter(([name]) => !(name in BulletinQuery.shape))
  return { ...Object.fromEntries(others), ...changeQuery(search, change) }
}
