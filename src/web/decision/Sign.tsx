import * as limits from '../../contract/limits.ts'
import { useState } from 'react'
import { codeOf } from '../lib/api.ts'
import type { Decision } from '../../contract/lab.ts'
import { useLabMessages } from '../lab/messages.ts'
import { useMessages } from '../i18n/messages.ts'
import { TextForm } from '../ui/forms/TextForm.tsx'

type Props = {
  bulletin: string
  /** The number of the last event that is shown. */
  seen: number
  onDecide: (decision: Omit<Decision, 'basis'>) => Promise<unknown>
}

const isUnseen = (error: unknown) => codeOf(error) === 'conflict'

/** Signs in the reader's name, for what they saw when they began: what comes while they write refuses it once, and is shown by then. */
export function Sign({ bulletin, seen, onDecide }: Props) {
  const m = useLabMessages()
  const { t } = useMessages()
  /** What they had seen when they began; null once they were told to look again. */
  const [begun, setBegun] = useState<number | null>(seen)
  return (
    <TextForm
      name={`decision ${bulletin}`}
      bulletin={bulletin}
      title={m.sign}
      label={m.why}
      maxLength={limits.labText.maxLength}
      isOptional
      actions={m.signAs}
      onOpen={() => setBegun(seen)}
      onSend={async (note, verdict) => {
        try {
          await onDecide({ verdict, note, seen: begun ?? seen })
        } catch (error) {
          if (isUnseen(error)) setBegun(null)
          throw error
        }
      }}
      refusal={(error) => (isUnseen(error) ? m.unseen : t.problem[codeOf(error)])}
    />
  )
}
