import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { KeptPlan } from '../../../contract/plans.ts'
import { PlanConflict } from '../../../contract/plans.ts'
import { useCommon } from '../../i18n/common.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { codeOf } from '../../lib/api.ts'
import { wholeKey } from '../../lib/query-keys.ts'
import { usePlanActionMessages } from './messages.ts'

/** The plan that another person has made of it meanwhile; null where an error is none of a lost race. */
const overtakenBy = (error: unknown): KeptPlan | null => PlanConflict.safeParse(error).data?.current ?? null

/**
 * A write to a plan. Once it is done, or another person was quicker, the page reads the plan again. `refusal`: why it
 * could not be done, in words; null for nothing.
 */
export function usePlanWrite<Input>(write: (input: Input) => Promise<KeptPlan>, onDone: (plan: KeptPlan) => void) {
  const client = useQueryClient()
  const t = usePlanActionMessages()
  const common = useCommon()
  const language = useLanguage()
  const reload = () => client.invalidateQueries({ queryKey: wholeKey('plans') })
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (input: Input) => {
      try {
        return await write(input)
      } catch (failure) {
        // What is there now is shown before it can be tried again.
        if (codeOf(failure) === 'conflict') await reload()
        throw failure
      }
    },
    async onSuccess(plan) {
      await reload()
      onDone(plan)
    },
  })
  const words = (failure: unknown): string => {
    const now = overtakenBy(failure)
    if (now !== null) return t.changedMeanwhile(now.changed.by, formatMoment(now.changed.at, language))
    return codeOf(failure) === 'conflict' ? t.notPossible : common.problem[codeOf(failure)]
  }
  return { send: mutate, isPending, overtaken: overtakenBy(error), refusal: error && words(error) }
}
