import { createContext, use, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { useMay } from '../lib/me.ts'
import { useCommon } from '../i18n/common.ts'
import type { FirstField } from './TriageDialog.tsx'
import { Banner } from '../ui/layout/Banner.tsx'

/** Of which bulletins the state is to be set, and which field first. */
export type TriageAsk = { ids: readonly string[]; field: FirstField }

type Desk = ComponentType<{ ask: TriageAsk | null; onDone: () => void }>

const TriageContext = createContext<((ask: TriageAsk) => void) | null>(null)

/** Opens what sets the state of bulletins; null for who may only look. */
export const useTriage = () => use(TriageContext)

/** Where states are set, from every page; fetched once the page stands. */
export function TriageProvider({ children }: { children: ReactNode }) {
  const common = useCommon()
  const may = useMay('analyst')
  const [ask, setAsk] = useState<TriageAsk | null>(null)
  const [Desk, setDesk] = useState<Desk | null>(null)
  const [isMissing, setMissing] = useState(false)
  const isAsked = ask !== null
  // Fetched before anybody asks, since it must be there when the server is not; and once more when somebody does.
  useEffect(() => {
    if (Desk !== null) return
    import('./TriageDesk.tsx').then(
      ({ TriageDesk }) => setDesk(() => TriageDesk),
      () => setMissing(isAsked),
    )
  }, [Desk, isAsked])
  return (
    <TriageContext value={may ? setAsk : null}>
      {children}
      {Desk === null && isMissing && <Banner role="alert">{common.problem.offline}</Banner>}
      {Desk && <Desk ask={ask} onDone={() => setAsk(null)} />}
    </TriageContext>
  )
}
