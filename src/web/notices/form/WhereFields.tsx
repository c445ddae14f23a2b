import { channelAddress } from '../../../contract/limits.ts'
import type { Channel } from '../../../contract/notices.ts'
import { ListField, TextField } from '../../ui/forms/controls.tsx'
import type { SubscriptionDraft } from './draft.ts'
import { useFormMessages } from './messages.ts'
import { useNoticeMessages } from '../messages.ts'
import { isSameOwner } from './OwnerFields.tsx'

type Props = {
  draft: SubscriptionDraft
  channels: readonly Channel[]
  error: string | null
  onEdit: (change: Partial<SubscriptionDraft>) => void
}

/** The option that is no channel yet. */
const newMail = 0

/** Where it goes: a channel of its owner, or a mail address of one's own that is entered here. */
export function WhereFields({ draft, channels, error, onEdit }: Props) {
  const t = useFormMessages()
  const { channelKinds: kinds } = useNoticeMessages()
  const offered = channels.filter((channel) => isSameOwner(channel.owner, draft.owner))
  const isOwn = draft.owner.kind === 'person'
  if (!isOwn && offered.length === 0)
    return (
      <p
        role={error === null ? undefined : 'alert'}
        className={error === null ? 'muted' : 'hot'}
        aria-invalid={error !== null}
        tabIndex={-1}
      >
        {t.noChannel}
      </p>
    )
  const mark = ({ state }: Channel) => (state === 'working' ? '' : ` (${t[state]})`)
  const options = [
    ...offered.map((channel) => ({
      value: channel.id,
      label: `${kinds[channel.kind]}: ${channel.name || channel.address}${mark(channel)}`,
    })),
    ...(isOwn ? [{ value: newMail, label: t.ownMail }] : []),
  ]
  return (
    <>
      {offered.length > 0 && (
        <ListField
          label={t.where}
          value={draft.channel ?? newMail}
          options={options}
          error={isOwn ? null : error}
          onChoose={(channel) => onEdit({ channel: channel === newMail ? null : channel })}
        />
      )}
      {isOwn && draft.channel === null && (
        <TextField
          type="email"
          label={offered.length > 0 ? t.address : `${t.where}: ${t.address}`}
          help={t.addressHint}
          limits={channelAddress}
          autoComplete="email"
          error={error}
          value={draft.address}
          onText={(address) => onEdit({ address })}
        />
      )}
    </>
  )
}
