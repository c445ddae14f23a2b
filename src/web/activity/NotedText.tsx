import type { Noted } from '../../contract/events.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { ChangeList } from '../versions/ChangeList.tsx'
import { useChangeMessages } from '../versions/change-messages.ts'
import { useActivityMessages } from './messages.ts'

/** What another rule or catalogue changed of the bulletin, and which. */
export function NotedText({ changes, document }: Noted) {
  const t = useActivityMessages()
  const { documents } = useChangeMessages()
  const names = usePlatformNames()
  return (
    <>
      {document !== null && <p>{t.updatedBy(`${documents[document.kind]} ${document.name}`)}</p>}
      <ChangeList changes={changes} names={names} />
    </>
  )
}
