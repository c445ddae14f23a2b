/** Until when platforms are supported, read when it is first shown. */
import { useQuery } from '@tanstack/react-query'
import type { PlatformLifecycle } from '../../contract/lifecycle.ts'
import { answerAt } from '../lib/answers.ts'
import { wholeKey } from '../lib/query-keys.ts'

export const lifecycleQuery = () => answerAt(wholeKey('lifecycle'), '/api/lifecycle')

/** The platforms whose support is known; undefined until that is loaded. */
export const useLifecycles = (): readonly PlatformLifecycle[] | undefined => useQuery(lifecycleQuery()).data?.platforms
