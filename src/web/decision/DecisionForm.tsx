import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { assessedIn } from '../../domain/decision/decision.ts'
import type { Readiness } from '../../domain/decision/readiness.ts'
import * as limits from '../../contract/limits.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { TextForm } from '../ui/forms/TextForm.tsx'
import { useDecisionMessages } from './messages.ts'
import { decide } from './queries.ts'

type Props = {
  bulletin: string
  readiness: Readiness
  /** The number of the last event on screen. */
  seen: number
}

const isUnseen = (error: unknown) => codeOf(error) === 'conflict'

/**
 * Signs in the reader's name, for what they had seen when they opened the form. An event that comes while they write
 * refuses the decision once, and is on screen when they send it again.
 */
export function DecisionForm({ bulletin, readiness, seen }: Props) {
  const t = useDecisionMessages()
  const common = useCommon()
  const client = useQueryClient()
  /** The last event when the form was opened; null once the reader was told to look again. */
  const [seenAtOpen, setSeenAtOpen] = useState<number | null>(seen)
  return (
    <TextForm
      name={`decision ${bulletin}`}
      bulletin={bulletin}
      title={t.sign}
      label={t.why}
      maxLength={limits.labText.maxLength}
      isOptional
      actions={t.signAs}
      onOpen={() => setSeenAtOpen(seen)}
      onSend={async (note, verdict) => {
        try {
          await decide(client, bulletin, { verdict, note, seen: seenAtOpen ?? seen, basis: assessedIn(readiness) })
        } catch (error) {
          if (isUnseen(error)) setSeenAtOpen(null)
          throw error
        }
      }}
      refusal={(error) => (isUnseen(error) ? t.unseen : common.problem[codeOf(error)])}
    />
  )
}
