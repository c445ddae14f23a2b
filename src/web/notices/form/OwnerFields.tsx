import { useQuery } from '@tanstack/react-query'
import type { Channel, NoticeOwner } from '../../../contract/notices.ts'
import { useMay } from '../../lib/me.ts'
import { assigneesQuery, nobody } from '../../triage/queries.ts'
import { Choice } from '../../ui/forms/Choice.tsx'
import { ListField } from '../../ui/forms/controls.tsx'
import type { SubscriptionDraft } from './draft.ts'
import { useFormMessages } from './messages.ts'

type Props = {
  draft: SubscriptionDraft
  /** The reader. */
  own: NoticeOwner
  channels: readonly Channel[]
  onEdit: (change: Partial<SubscriptionDraft>) => void
}

export const isSameOwner = (one: NoticeOwner, other: NoticeOwner): boolean =>
  one.kind === other.kind && one.name === other.name

/** Whose the subscription is: the reader's, or of a team where they may set that up. */
export function OwnerFields({ draft, own, channels, onEdit }: Props) {
  const t = useFormMessages()
  const mayLead = useMay('analyst')
  const { teams } = useQuery({ ...assigneesQuery(), enabled: mayLead }).data ?? nobody
  const [firstTeam] = teams
  if (!mayLead || (firstTeam === undefined && draft.owner.kind === 'person')) return null
  const give = (owner: NoticeOwner) =>
    onEdit({ owner, channel: channels.find((channel) => isSameOwner(channel.owner, owner))?.id ?? null })
  const named = [...new Set([...teams, ...(draft.owner.kind === 'team' ? [draft.owner.name] : [])])]
  return (
    <>
      <Choice
        label={t.owner}
        value={draft.owner.kind}
        options={(['person', 'team'] as const).map((value) => ({ value, label: t.owners[value] }))}
        onChange={(kind) => give(kind === 'person' ? own : { kind, name: named[0] ?? '' })}
      />
      {draft.owner.kind === 'team' && (
        <ListField
          label={t.team}
          value={draft.owner.name}
          options={named.map((value) => ({ value, label: value }))}
          onChoose={(name) => give({ kind: 'team', name })}
        />
      )}
    </>
  )
}
