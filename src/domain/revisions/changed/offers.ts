/** Packages as they are offered, platform by platform. */
import type { Bulletin, Package } from '../../../contract/bulletin.ts'
import { meaningOf, omitting } from './meaning.ts'

export type Offer = {
  name: string
  /** Empty where the package names none. */
  platform: string
  package: Package
  /** Equal for equal files. Where it lies, how Windows Update calls it and what it replaces are no part of it. */
  file: string
}

export function offersOf({ packages }: Bulletin): Offer[] {
  return packages.flatMap((each) => {
    const file = meaningOf(omitting(each, 'url', 'platforms', 'updateName', 'supersedes'))
    return (each.platforms.length > 0 ? each.platforms : ['']).map((platform) => ({
      name: each.name,
      platform,
      package: each,
      file,
    }))
  })
}

/** The same package on the same platform. */
export const offerKey = ({ name, platform }: Offer): string => JSON.stringify([name, platform])
