import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import * as limits from '../../../contract/limits.ts'
import { channelKinds, type ChannelKind, type MadeChannel } from '../../../contract/notices.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { assigneesQuery, nobody } from '../../triage/queries.ts'
import { ListField, TextField } from '../../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../../ui/forms/Form.tsx'
import { SecretNote } from '../../ui/SecretNote.tsx'
import { useNoticeMessages } from '../messages.ts'
import { useChannelRefusal } from '../refusal.ts'
import { useSideMessages } from '../side-messages.ts'
import { useChannelActions } from '../writing.ts'

/** Adds a channel of a team. What a webhook is signed with is shown once. */
export function TeamChannelForm({ onClose }: { onClose: () => void }) {
  const t = useSideMessages()
  const { channelKinds: kinds } = useNoticeMessages()
  const language = useLanguage()
  const refusal = useChannelRefusal()
  const { teams } = useQuery(assigneesQuery()).data ?? nobody
  const [chosen, setTeam] = useState<string | null>(null)
  const [kind, setKind] = useState<ChannelKind>('webhook')
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [made, setMade] = useState<MadeChannel | null>(null)
  const { mutate, isPending, error } = useChannelActions().add
  const team = chosen ?? teams[0]
  if (made?.secret)
    return (
      <SecretNote
        said={t.signingSecret}
        secret={made.secret}
        actions={
          <button type="button" className="button" onClick={onClose}>
            {t.done}
          </button>
        }
      />
    )
  if (team === undefined) return <p className="muted">{t.noTeams}</p>
  return (
    <Form
      pending={isPending}
      error={error && refusal(error)}
      onSubmit={() =>
        mutate(
          { kind, owner: { kind: 'team', name: team }, name: name.trim(), address: address.trim(), language },
          { onSuccess: (answer) => (answer.secret === null ? onClose() : setMade(answer)) },
        )
      }
    >
      <ListField
        label={t.team}
        value={team}
        options={teams.map((value) => ({ value, label: value }))}
        onChoose={setTeam}
      />
      <ListField
        label={t.kind}
        value={kind}
        options={channelKinds.map((value) => ({ value, label: kinds[value] }))}
        onChoose={setKind}
      />
      <TextField label={t.name} help={t.nameHint} limits={limits.channelName} value={name} onText={setName} />
      <TextField
        type={kind === 'email' ? 'email' : 'url'}
        label={t.address}
        help={kind === 'email' ? t.addressHints.email : `${t.addressHints[kind]} ${t.addressSecret}`}
        limits={limits.channelAddress}
        autoComplete="off"
        value={address}
        onText={setAddress}
      />
      <SubmitRow label={t.save} onCancel={onClose} />
    </Form>
  )
}
