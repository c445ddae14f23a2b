import { createContext, use } from 'react'
import type { BulletinContext } from '../../contract/bulletin-context.ts'

const nothing: BulletinContext = { flaws: [], vectors: {}, platforms: [], replacedBy: [], chain: [], onFile: [] }

/** What is on file around the bulletin of the page. */
export const AroundBulletin = createContext<BulletinContext>(nothing)

export const useBulletinContext = () => use(AroundBulletin)
