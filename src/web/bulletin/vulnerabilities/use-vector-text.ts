import { useAttackText } from '../../i18n/attack-words.ts'
import { useBulletinContext } from '../use-context.ts'

/** Says what a CVSS vector of the bulletin means: at length, or for a cell; null for one that cannot be read. */
export function useVectorText(length: 'long' | 'short'): (vector: string) => string | null {
  const attackText = useAttackText(length)
  const { vectors } = useBulletinContext()
  return (vector) => {
    const reading = vectors[vector]
    return reading === undefined ? null : attackText(reading)
  }
}
