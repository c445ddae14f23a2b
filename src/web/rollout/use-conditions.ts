import { useLanguage } from '../i18n/language.tsx'
import { momentsIn } from '../i18n/moments.ts'
import { conditionsOf, type ExportWords } from './export.ts'
import { useRolloutMessages } from './messages.ts'
import type { PlanInUse } from './plan/plan.tsx'
import { useMachineNames } from './plan/use-platform-names.ts'

/** The words in which a plan leaves the page; `zone` is that of its moments. */
export function useWording(zone: string): ExportWords {
  const t = useRolloutMessages()
  const language = useLanguage()
  const { namesOf } = useMachineNames()
  return { t, language, moments: momentsIn(zone, language), namesOf }
}

/** All that the plan was computed from, in a line. */
export function useConditions({ inputs, answer }: Pick<PlanInUse, 'inputs' | 'answer'>): string {
  return conditionsOf(inputs, answer, useWording(inputs.zone))
}
