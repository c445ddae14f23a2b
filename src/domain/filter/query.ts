import { facetTable, type Facet, type Option } from '../../contract/facets.ts'
import { searchText } from '../../contract/filter-limits.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import { sortOrders } from '../../contract/vocabulary.ts'
import { writeOption, type Filter } from './filter.ts'

type Check = (value: string) => boolean

/** A calendar day that there is. */
const isDay: Check = (value) =>
  /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).getUTCDate() === Number(value.slice(8))

const facetChecks = Object.fromEntries(
  Object.entries(facetTable).map(([facet, { pattern }]): [string, Check] => [facet, (value) => pattern.test(value)]),
) as Record<Facet, Check>

/** What `BulletinQuery` takes, told without its schema: the first view would load all of it for this alone. */
const checks: Record<keyof BulletinQuery, Check> = {
  ...facetChecks,
  changedSince: (value) => /^\d{1,10}$/.test(value),
  publishedFrom: isDay,
  publishedTo: isDay,
  q: (value) => value !== '' && value.length <= searchText.maxLength,
  sort: (value) => sortOrders.some((order) => order === value || `-${order}` === value),
}

/** The fields of a query, as addresses name them. */
export const queryFields: readonly string[] = Object.keys(checks)

/** The filter of a shared link: what is valid counts, a bad or unknown value is left out and the page still shows. */
export function readQuery(search: Record<string, unknown>): BulletinQuery {
  const valid = Object.entries(checks).flatMap(([field, isValid]) => {
    const value = search[field]
    return typeof value === 'string' && isValid(value) ? [[field, value]] : []
  })
  return Object.fromEntries(valid) as BulletinQuery
}

/** The query of a changed filter; what asks for nothing is absent. */
export function changeQuery(
  query: BulletinQuery,
  change: Partial<Filter> & Pick<BulletinQuery, 'sort'>,
): BulletinQuery {
  const written = Object.entries<unknown>(change).map(([field, value]): [string, unknown] => [
    field,
    Array.isArray(value) ? value.map((option: Option) => writeOption(option)).join(',') : value,
  ])
  return readQuery({ ...query, ...Object.fromEntries(written) })
}

/** The search parameters of a page with a changed filter; what else the page keeps in its address stays there. */
export function changeSearch(search: object, change: Parameters<typeof changeQuery>[1]): Record<string, unknown> {
  const others = Object.entries(search).filter(([name]) => !(name in checks))
  return { ...Object.fromEntries(others), ...changeQuery(search, change) }
}
