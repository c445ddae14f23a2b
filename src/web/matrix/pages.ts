import type { QueryClient } from '@tanstack/react-query'
import type { BulletinQuery } from '../../contract/summary.ts'
import type { MatrixSearch } from './route.ts'

export const loadMatrixPage = async () => (await import('./MatrixPage.tsx')).matrixLazyRoute
/** What the matrix begins with. */
export const loadMatrixData = async (client: QueryClient, by: MatrixSearch['by'], query: BulletinQuery) =>
  (await import('./load.ts')).loadMatrix(client, by, query)
