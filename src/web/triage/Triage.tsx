import { createContext, startTransition, use, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { whenTakenOver } from '../lib/first-view.ts'
import { useMay } from '../lib/me.ts'
import { useCommon } from '../i18n/common.ts'
import type { FirstField } from './TriageDialog.tsx'
import { Banner } from '../ui/layout/Banner.tsx'

/** Of which bulletins the state is to be set, which field first, and what is filled in. */
export type TriageAsk = {
  ids: readonly string[]
  field: FirstField
  /** Not applicable; `no-machines`: with the reason that none of our machines is affected. */
  preset?: 'not-applicable' | 'no-machines'
}

type Desk = ComponentType<{ ask: TriageAsk | null; onDone: () => void }>

/** The desk, with the edits that waited before the page was loaded. */
async function loadDesk(): Promise<Desk> {
  const [{ TriageDesk }, waiting] = await Promise.all([
    import('./TriageDesk.tsx'),
    import('./kept-edits.ts').then(({ waitingEdits }) => waitingEdits()),
  ])
  return (props) => <TriageDesk {...props} waiting={waiting} />
}

const TriageContext = createContext<((ask: TriageAsk) => void) | null>(null)

/** Opens what sets the state of bulletins; null for who may only look. */
export const useTriage = () => use(TriageContext)

/** Lets every page open the triage dialog, whose code is fetched after the page is shown. */
export function TriageProvider({ children }: { children: ReactNode }) {
  const common = useCommon()
  const may = useMay('analyst')
  const [ask, setAsk] = useState<TriageAsk | null>(null)
  const [Desk, setDesk] = useState<Desk | null>(null)
  const [isMissing, setMissing] = useState(false)
  const isAsked = ask !== null
  // Fetched ahead, so that it works while the server is away; tried again when it is asked for.
  useEffect(() => {
    if (Desk !== null) return
    whenTakenOver()
      .then(loadDesk)
      .then((loaded) => startTransition(() => setDesk(() => loaded)))
      .catch(() => setMissing(isAsked))
  }, [Desk, isAsked])
  return (
    <TriageContext value={may ? setAsk : null}>
      {children}
      {Desk === null && isMissing && <Banner role="alert">{common.problem.offline}</Banner>}
      {Desk && <Desk ask={ask} onDone={() => setAsk(null)} />}
    </TriageContext>
  )
}
