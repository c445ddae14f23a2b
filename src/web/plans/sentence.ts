/** The first sentence of a plan, by rule: when it finishes, what slips, what a closed gate would cost, what is left until the due day. */
import type { PlanView } from '../../contract/plan-view.ts'
import { formatNumber } from '../i18n/format.ts'
import { slackLength } from './aside/due-words.ts'
import type { PlansMessages } from './messages.ts'
import type { PlanWording } from './wording.ts'

type Said = { t: PlansMessages['said']; words: Pick<PlanWording, 'moment' | 'at' | 'length' | 'waveName'> }

/** The least slack of a due day that is not met yet; null where none is known. */
function leastSlack({ due }: Pick<PlanView, 'due'>, isClosed: boolean): number | null {
  const open = due.filter(({ done, of }) => done < of)
  const slacks = open.flatMap(({ slackMinutes, slackIfClosedMinutes }) => {
    const slack = isClosed ? (slackIfClosedMinutes ?? slackMinutes) : slackMinutes
    return slack === null ? [] : [slack]
  })
  return slacks.length === 0 ? null : Math.min(...slacks)
}

function slackWords(slack: number | null, { t, words }: Said): string {
  if (slack === null) return t.stop
  return slack < 0 ? t.overrun(slackLength(slack, { words })) : t.slack(slackLength(slack, { words }))
}

/** Against the plan; nothing where one of both is not known. */
function against(slip: number | null, { t, words }: Said): string {
  if (slip === null) return t.stop
  if (slip === 0) return t.asPlanned
  return slip > 0 ? t.later(words.length(slip)) : t.earlier(words.length(slip))
}

function before({ plan, of, finish, waves }: PlanView, { t, words }: Said): string {
  if (of === 0) return t.noMachines
  const starts = waves.flatMap(({ planned }) => planned.start ?? []).toSorted()
  const [machines, fixes, [first]] = [formatNumber(of), plan.bulletins.length, starts]
  const what =
    first === undefined || finish.planned === null
      ? t.plannedNowhere(machines, fixes)
      : t.planned(machines, fixes, words.moment(first), words.moment(finish.planned))
  return what + (plan.state === 'draft' ? t.asksApproval : t.asksStart)
}

function closed({ ifClosed, due }: PlanView, said: Said): string {
  if (ifClosed === null) return ''
  const { t, words } = said
  const wave = words.waveName(ifClosed.wave)
  if (ifClosed.finish === null) return t.ifClosedNever(wave)
  return t.ifClosed(wave, words.at(ifClosed.finish)) + slackWords(leastSlack({ due }, true), said)
}

function underWay(view: PlanView, said: Said): string {
  const { done, of, finish, plan } = view
  const { t, words } = said
  const [machines, all] = [formatNumber(done), formatNumber(of)]
  if (plan.state === 'stopped') return t.stopped(machines, all)
  if (plan.state === 'finished' && done < of) return t.ended(machines, all) + t.stop
  if (finish.expected === null) return t.noForecast(machines, all) + t.stop + closed(view, said)
  const at = words.moment(finish.expected)
  if (done === of) return t.finished(at) + against(finish.slipMinutes, said)
  const forecast = t.finishes(at) + against(finish.slipMinutes, said)
  if (view.ifClosed !== null) return forecast + closed(view, said)
  const slack = leastSlack(view, false)
  return slack === null ? forecast : forecast + t.slackAlone(slackLength(slack, said), slack < 0)
}

/** The sentence of a plan in the language of the page. */
export function planSentence(view: PlanView, said: Said): string {
  const isBefore = view.plan.state === 'draft' || view.plan.state === 'approved'
  return (isBefore && view.plan.startedAt === null ? before(view, said) : underWay(view, said)).trim()
}
