import type { QueryClient } from '@tanstack/react-query'
import type { MatrixAsked } from './load.ts'

export const loadMatrixPage = async () => (await import('./MatrixPage.tsx')).matrixLazyRoute
/** What the matrix begins with. */
export const loadMatrixData = async (client: QueryClient, asked: MatrixAsked) =>
  (await import('./load.ts')).loadMatrix(client, asked)
