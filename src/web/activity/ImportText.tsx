import type { BulletinEvent } from '../../contract/events.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { ChangeList } from '../versions/ChangeList.tsx'
import { useChangeMessages } from '../versions/change-messages.ts'
import { useActivityMessages } from './messages.ts'

type Props = { event: Extract<BulletinEvent, { topic: 'bulletins' }> }

/** What an import did to the bulletin: from which document, why, and what it changed. */
export function ImportText({ event: { what, detail } }: Props) {
  const t = useActivityMessages()
  const { documents } = useChangeMessages()
  const names = usePlatformNames()
  const { document = null, because, changes = [] } = detail ?? {}
  const origin = document && `${documents[document.kind]} ${document.name}`
  // That it is new or withdrawn is said already.
  const told = changes.filter(({ kind }) => kind !== 'new' && kind !== 'withdrawn')
  return (
    <>
      <p>
        {origin !== null && what === 'updated' ? t.updatedBy(origin) : t.bulletins[what]}
        {because !== undefined && ` (${t.because[because]})`}
        {origin !== null && what !== 'updated' && <span className="muted"> {origin}</span>}
      </p>
      {told.length > 0 && <ChangeList changes={told} names={names} />}
    </>
  )
}
