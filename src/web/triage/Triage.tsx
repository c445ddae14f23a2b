import { createContext, startTransition, use, useEffect, useState, type ReactNode } from 'react'
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

/** The desk, and the edits that waited before the page was loaded. */
async function loadDesk() {
  const [{ TriageDesk }, waiting] = await Promise.all([
    import('./TriageDesk.tsx'),
    import('./kept-edits.ts').then(({ waitingEdits }) => waitingEdits()),
  ])
  return { TriageDesk, waiting }
}

const TriageContext = createContext<((ask: TriageAsk) => void) | null>(null)

/** Opens what sets the state of bulletins; null for who may only look. */
export const useTriage = () => use(TriageContext)

/** Lets every page open the triage dialog, whose code is fetched after the page is shown. */
export function TriageProvider({ children }: { children: ReactNode }) {
  const common = useCommon()
  const may = useMay('analyst')
  const [ask, setAsk] = useState<TriageAsk | null>(null)
  const [desk, setDesk] = useState<Awaited<ReturnType<typeof loadDesk>> | null>(null)
  const [isMissing, setMissing] = useState(false)
  const isAsked = ask !== null
  // Fetched ahead, so that it works while the server is away; tried again when it is asked for.
  useEffect(() => {
    if (desk !== null) return
    whenTakenOver()
      .then(loadDesk)
      .then((loaded) => startTransition(() => setDesk(loaded)))
      .catch(() => setMissing(isAsked))
  }, [desk, isAsked])
  return (
    <TriageContext value={may ? setAsk : null}>
      {children}
      {desk === null && isMissing && <Banner role="alert">{common.problem.offline}</Banner>}
      {desk && <desk.TriageDesk ask={ask} onDone={() => setAsk(null)} waiting={desk.waiting} />}
    </TriageContext>
  )
}
