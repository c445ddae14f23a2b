import type { ReactNode } from 'react'
import type { Change } from '../../contract/changes.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import { useRecordMessages } from './messages.ts'

type Props = {
  event: Extract<BulletinEvent, { topic: 'bulletins' }>
  /** Writes down what an import has changed. */
  listed: (changes: readonly Change[]) => ReactNode
}

/** What an import has done to the bulletin: from which document, why, and what that changes. */
export function ImportText({ event: { what, detail }, listed }: Props) {
  const t = useRecordMessages()
  const { document = null, because, changes = [] } = detail ?? {}
  const origin = document && `${t.documents[document.kind]} ${document.name}`
  // That it is new, or is gone, is said already.
  const told = changes.filter(({ kind }) => kind !== 'new' && kind !== 'withdrawn')
  return (
    <>
      <p>
        {origin !== null && what === 'updated' ? t.updatedBy(origin) : t.bulletins[what]}
        {because !== undefined && ` (${t.because[because]})`}
        {origin !== null && what !== 'updated' && <span className="muted"> {origin}</span>}
      </p>
      {told.length > 0 && listed(told)}
    </>
  )
}
