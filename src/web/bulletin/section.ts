import type { ComponentType } from 'react'
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Language } from '../i18n/language.tsx'
import type { useBulletinMessages } from './messages.ts'

export type SectionProps = { bulletin: Bulletin }

/** A section of the page: its anchor, its title, and whether a bulletin has anything to say in it. */
export type Section = {
  id: string
  title: (t: BulletinMessages) => string
  note?: (bulletin: Bulletin, t: BulletinMessages, language: Language) => string | undefined
  isPresent: (bulletin: Bulletin) => boolean
  Body: ComponentType<SectionProps>
}

type BulletinMessages = ReturnType<typeof useBulletinMessages>
