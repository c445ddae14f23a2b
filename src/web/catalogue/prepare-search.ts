import type { QueryClient } from '@tanstack/react-query'
import { wholeKey } from '../lib/query-keys.ts'
import type { IndexData } from './index-data.ts'

/**
 * Makes ready what words are searched in, for a field that is entered: of many alerts it takes longer than a key may. The
 * field is seen to be entered first.
 */
export function prepareSearch(client: QueryClient): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      const index = client.getQueryData<IndexData>(wholeKey('catalogue'))
      if (!index?.first) index?.columns.texts()
    }),
  )
}
