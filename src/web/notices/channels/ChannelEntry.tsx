import { useState } from 'react'
import type { Channel } from '../../../contract/notices.ts'
import { dot } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { FormError } from '../../ui/forms/FormError.tsx'
import { QuestionDialog } from '../../ui/layout/QuestionDialog.tsx'
import { Pill } from '../../ui/marks/Pill.tsx'
import { arrivalLooks } from '../arrival.ts'
import { useNoticeMessages } from '../messages.ts'
import { useChannelRefusal } from '../refusal.ts'
import { useSideMessages } from '../side-messages.ts'
import { useChannelActions } from '../writing.ts'

const looksOf = {
  unconfirmed: arrivalLooks.waiting,
  working: arrivalLooks.arriving,
  stopped: arrivalLooks.failing,
} as const

/** A channel, whether it can be used, and what can be done with it. */
export function ChannelEntry({ channel, mayChange }: { channel: Channel; mayChange: boolean }) {
  const t = useSideMessages()
  const language = useLanguage()
  const { channelKinds: kinds } = useNoticeMessages()
  const refusal = useChannelRefusal()
  const { test, resend, setState, remove } = useChannelActions()
  const [isRemoving, setRemoving] = useState(false)
  const { id, kind, name, address, state, why } = channel
  const shown = name || address
  const error = test.error ?? resend.error ?? setState.error
  const said = test.isSuccess ? t.testSent : resend.isSuccess ? t.confirmationSent : null
  const act = (words: string, isPending: boolean, onClick: () => void) => (
    <button type="button" className="link" aria-label={t.of(words, shown)} disabled={isPending} onClick={onClick}>
      {words}
    </button>
  )
  return (
    <li>
      <p>
        <b>{shown}</b> <Pill {...looksOf[state]}>{t.channelStates[state]}</Pill>
      </p>
      <p className="muted">
        {[kinds[kind], ...(name === '' ? [] : [address]), ...(why === null ? [] : [why])].join(dot(language))}
      </p>
      {mayChange && (
        <p>
          {state === 'working' && act(t.test, test.isPending, () => test.mutate(id))}
          {state === 'unconfirmed' && act(t.resend, resend.isPending, () => resend.mutate(id))}
          {state === 'working' && act(t.stop, setState.isPending, () => setState.mutate({ id, state: 'stopped' }))}
          {state === 'stopped' && act(t.restart, setState.isPending, () => setState.mutate({ id, state: 'working' }))}
          {act(t.remove, false, () => setRemoving(true))}
        </p>
      )}
      {error !== null && <FormError>{refusal(error)}</FormError>}
      {error === null && said !== null && (
        <p role="status" className="muted">
          {said}
        </p>
      )}
      {isRemoving && (
        <QuestionDialog
          title={t.removeSure(shown)}
          yes={t.remove}
          onYes={() => remove(id)}
          onClose={() => setRemoving(false)}
          refusal={refusal}
        >
          <p>{t.removeHint}</p>
        </QuestionDialog>
      )}
    </li>
  )
}
