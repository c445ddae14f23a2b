import { Summary } from '../contract/summary.ts'
import { buildColumns } from '../domain/filter/columns.ts'
import { platformTree } from '../domain/platforms.ts'
import { encodeTable } from '../domain/table/encode.ts'
import { openTable } from '../domain/table/open.ts'
import { oncePerVersion } from './once-per-version.ts'
import type { BulletinStore } from './store/store.ts'

/** What lists are answered from: all summaries, the platform tree, and the columns that a filter reads. Made once per version of the store. */
export const catalogueOf = (store: BulletinStore) =>
  oncePerVersion(store, async () => {
    const [summaries, platforms] = await Promise.all([store.summaries(), store.platforms()])
    const tree = platformTree(platforms, summaries)
    const table = encodeTable(summaries, Summary.shape)
    return { summaries, tree, table, columns: buildColumns(openTable(table), tree) }
  })

export type Catalogue = ReturnType<typeof catalogueOf>
