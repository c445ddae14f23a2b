/** The difference between two plans in words. */
import type { Answer } from '../../../domain/rollout/answer.ts'
import type { RolloutMessages } from '../messages.ts'

/** What the other plan gains or costs. */
export function differenceInWords(
  mine: Answer,
  others: Answer,
  t: RolloutMessages,
  length: (minutes: number) => string,
) {
  const minutes = Math.round(others.estimate.minutes) - Math.round(mine.estimate.minutes)
  const duration = minutes === 0 ? t.asQuick : minutes < 0 ? t.quicker(length(-minutes)) : t.slower(length(minutes))
  return duration + finishInWords(mine.plan.finish, others.plan.finish, t, length)
}

function finishInWords(
  mine: number | null,
  others: number | null,
  t: RolloutMessages,
  length: (minutes: number) => string,
) {
  if (mine === null || others === null) {
    if (mine === others) return t.neither
    return mine === null ? t.onlyOther : t.onlyThis
  }
  const later = Math.round((others - mine) / 60_000)
  if (later === 0) return t.asEarly
  return later < 0 ? t.earlier(length(-later)) : t.later(length(later))
}
