import type { ComponentType, ReactNode } from 'react'
import type { Bulletin } from '../../contract/bulletin.ts'
import type { IssueResolution } from '../../contract/lab.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import type { useBulletinMessages } from './messages.ts'
import type { PlatformNames } from '../i18n/platform-names.ts'

/** What every section of the page is given. */
export type SectionProps = {
  bulletin: Bulletin
  platforms: readonly PlatformCount[]
  names: PlatformNames
  /** Says of a known issue whether it is one; null for who may only look. */
  onSettle: ((issue: string, settlement: IssueResolution) => Promise<unknown>) | null
}

/** A section of the page: its address, its title, whether the bulletin has anything to say in it. */
export type Section = {
  id: string
  title: (t: BulletinMessages) => string
  note?: (bulletin: Bulletin, t: BulletinMessages) => string | undefined
  isPresent: (bulletin: Bulletin) => boolean
  Body: ComponentType<SectionProps>
}

export type BulletinMessages = ReturnType<typeof useBulletinMessages>

/** Wraps the id of another bulletin in a link to it, where there is one. */
export type BulletinLink = (id: string, children: ReactNode) => ReactNode
