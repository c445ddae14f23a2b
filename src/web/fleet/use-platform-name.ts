import { useCallback } from 'react'
import type { PlatformId } from '../../contract/platform.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'

/** Names a platform in the language of the page. */
export function usePlatformName(): (platform: PlatformId) => string {
  const names = usePlatformNames()
  return useCallback((platform) => names([platform]), [names])
}
