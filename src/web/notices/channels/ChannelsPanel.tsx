import { useState } from 'react'
import type { Channel, NoticeOwner } from '../../../contract/notices.ts'
import { useMay } from '../../lib/me.ts'
import { ChannelEntry } from './ChannelEntry.tsx'
import { MailForm } from './MailForm.tsx'
import { PagePart } from '../../ui/layout/PagePart.tsx'
import { useSideMessages } from '../side-messages.ts'
import { TeamChannelForm } from './TeamChannelForm.tsx'
import { useOwn } from '../use-own.ts'
import styles from './ChannelsPanel.module.css'

/** Where notices can go: the reader's own mail, and the channels of teams. */
export function ChannelsPanel({ channels }: { channels: readonly Channel[] }) {
  const t = useSideMessages()
  const mayAdd = useMay('admin')
  const [isAdding, setAdding] = useState(false)
  const me = useOwn()
  const own = channels.filter(({ owner }) => owner.kind === 'person')
  const teams = Map.groupBy(
    channels.filter(({ owner }) => owner.kind === 'team'),
    ({ owner }) => owner.name,
  )
  return (
    <PagePart id="channels" title={t.channels}>
      <div className={styles['channels-panel']}>
        {me === null ? (
          <p className="muted">{t.signIn}</p>
        ) : (
          <div>
            <h3>{t.ownMail}</h3>
            <OwnMail own={own} me={me} />
          </div>
        )}
        {[...teams].map(([team, ofTeam]) => (
          <div key={team}>
            <h3>{t.ofTeam(team)}</h3>
            <ul>
              {ofTeam.map((channel) => (
                <ChannelEntry key={channel.id} channel={channel} mayChange={mayAdd} />
              ))}
            </ul>
          </div>
        ))}
        {isAdding ? (
          <TeamChannelForm onClose={() => setAdding(false)} />
        ) : mayAdd ? (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t.add}
          </button>
        ) : (
          <p className="muted">{teams.size === 0 ? `${t.noTeamChannels} ${t.adminOnly}` : t.adminOnly}</p>
        )}
      </div>
    </PagePart>
  )
}

function OwnMail({ own, me }: { own: readonly Channel[]; me: NoticeOwner }) {
  const t = useSideMessages()
  const [isOpen, setOpen] = useState(false)
  if (own.length === 0) return <MailForm owner={me} />
  return (
    <>
      <ul>
        {own.map((channel) => (
          <ChannelEntry key={channel.id} channel={channel} mayChange />
        ))}
      </ul>
      {isOpen ? (
        <MailForm owner={me} onDone={() => setOpen(false)} />
      ) : (
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t.otherMail}
        </button>
      )}
    </>
  )
}
