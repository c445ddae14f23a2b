import { useQuery } from '@tanstack/react-query'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { useChangeMessages } from '../versions/change-messages.ts'
import { ChangeList } from '../versions/ChangeList.tsx'
import { changesQuery } from './entries.ts'
import { useChangeNoteMessages } from './messages.ts'
import styles from './ChangeNote.module.css'

type Props = { bulletin: string; event: number; since: number }

/** What an event changed of a bulletin, before and after, and who or which document says so. Nothing until that is known. */
export function ChangeNote({ bulletin, event, since }: Props) {
  const t = useChangeNoteMessages()
  const documents: Record<string, string> = useChangeMessages().documents
  const names = usePlatformNames()
  const entry = useQuery(changesQuery(since))
    .data?.get(bulletin)
    ?.find((each) => each.event === event)
  if (entry === undefined) return null
  const { changes, document, who } = entry
  const nameOf = ({ kind, name }: NonNullable<typeof document>) => `${documents[kind] ?? kind} ${name}`
  return (
    <div className={styles['change-note']}>
      <ChangeList changes={changes.slice(0, maxChanges)} names={names} />
      {/* A rule says itself in the change. */}
      {who !== 'due' && <p className="muted">{document === null ? t.by(who) : t.from(nameOf(document), who)}</p>}
    </div>
  )
}

/** The rest is in the record of the bulletin. */
const maxChanges = 3
