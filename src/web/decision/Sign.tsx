import * as limits from '../../contract/limits.ts'
import { useState } from 'react'
import { codeOf } from '../lib/api.ts'
import type { Decision } from '../../contract/lab.ts'
import { useLabMessages } from '../lab/messages.ts'
import { useCommon } from '../i18n/common.ts'
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
  const t = useLabMessages()
  const common = useCommon()
  /** What they had seen when they began; null once they were told to look again. */
  const [begun, setBegun] = useState<number | null>(seen)
  return (
    <TextForm
      name={`decision ${bulletin}`}
      bulletin={bulletin}
      title={t.sign}
      label={t.why}
      maxLength={limits.labText.maxLength}
      isOptional
      actions={t.signAs}
      onOpen={() => setBegun(seen)}
      onSend={async (note, verdict) => {
        try {
          await onDecide({ verdict, note, seen: begun ?? seen })
        } catch (error) {
          if (isUnseen(error)) setBegun(null)
          throw error
        }
      }}
      refusal={(error) => (isUnseen(error) ? t.unseen : common.problem[codeOf(error)])}
    />
  )
}
