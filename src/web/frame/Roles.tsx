/** Tells who may not do something what they may do, and what it takes. */
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import type { Role } from '../../contract/access.ts'
import { messagesHook } from '../i18n/language.tsx'
import { meQuery, useMay, usePerson } from '../lib/me.ts'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { useLeavingMessages } from '../ui/layout/messages.ts'
import { Toast, Toasts } from '../ui/layout/Toast.tsx'
import { useAccountMessages } from './account-messages.ts'

const ja = {
  takes: (role: string) => `「${role}」の権限が必要です。`,
  has: (role: string) => `いまの権限は「${role}」です。`,
  triage: '対応状況を変えるには、',
}

const en: typeof ja = {
  takes: (role) => `This needs the ${role} role.`,
  has: (role) => `Yours is ${role}.`,
  triage: 'Changing the triage: ',
}

const useRoleMessages = messagesHook({ ja, en })

/** Which role something takes, which one the reader has, and the way in for who has not signed in. */
function NeededRole({ needed }: { needed: Role }) {
  const t = useRoleMessages()
  const account = useAccountMessages()
  const person = usePerson()
  const { data: me } = useQuery(meQuery())
  const href = useLocation({ select: (location) => location.href })
  return (
    <>
      <span>
        {t.takes(account.roles[needed])} {person?.role && t.has(account.roles[person.role])}
      </span>
      {me?.name === null && me.signIn !== 'single-user' && (
        <Link to="/sign-in" search={{ to: href }} className="button">
          {account.signIn}
        </Link>
      )}
    </>
  )
}

/** On a page that only admins may see. */
export const ForAdmins = () => <NeededRole needed="admin" />

/** Answers the keys of triage for who may only look. */
export function ViewerKeys() {
  const t = useRoleMessages()
  const { close } = useLeavingMessages()
  const may = useMay('analyst')
  const [isAsked, setAsked] = useState(false)
  const ask = () => {
    setAsked(!may)
    return !may
  }
  useShortcuts('triage', { status: ask, assignee: ask })
  return (
    <Toasts>
      {isAsked && !may && (
        <Toast role="status" closeLabel={close} onClose={() => setAsked(false)}>
          <span>{t.triage}</span>
          <NeededRole needed="analyst" />
        </Toast>
      )}
    </Toasts>
  )
}
