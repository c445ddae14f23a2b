import type { PlanView } from '../../contract/plan-view.ts'
import type { KeptPlan } from '../../contract/plans.ts'
import { inputsIn } from '../../domain/rollout/inputs.ts'
import { oncePer } from '../../domain/table/once.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { formatList } from '../i18n/format.ts'
import { useLanguage, type Language } from '../i18n/language.tsx'
import { formatLength, momentsIn } from '../i18n/moments.ts'
import { useZone } from '../lib/clock.tsx'
import { useWaveName } from './wave-names.ts'

const [hour, day] = [60, 24 * 60]

/** A length as one says it of days ahead: in days from three on, in days and hours before, else to the minute. */
export function roughLength(minutes: number, language: Language): string {
  const whole = Math.abs(Math.round(minutes))
  const unit = whole >= 3 * day ? day : whole >= day ? hour : 1
  return formatLength(Math.floor(whole / unit) * unit, language)
}

/** What a kept plan was computed from; read once, since each part of its page asks for the zone among it. */
export const inputsOf = oncePer(({ inputs }: KeptPlan) => inputsIn(inputs))

/**
 * Moments by the clock of a plan, as its page has them. Elsewhere its zone is named, where the clock of this device
 * would show another time.
 */
export function usePlanClock(zone: string): Record<'moment' | 'at', (moment: string) => string> {
  const language = useLanguage()
  const [there, here] = [momentsIn(zone, language), momentsIn(useZone(), language)]
  const named = (text: string, ms: number) => (there.moment(ms) === here.moment(ms) ? text : `${text} ${zone}`)
  const write = (say: (ms: number) => string) => (moment: string) => {
    const ms = Date.parse(moment)
    return named(say(ms), ms)
  }
  return { moment: write(there.moment), at: write((ms) => `${there.day(ms)} ${there.time(ms)}`) }
}

/** The words for moments, waves and platforms of a plan, in the language of the page. */
export function usePlanWords(view: Pick<PlanView, 'plan'>) {
  const language = useLanguage()
  const { zone } = inputsOf(view.plan)
  const moments = momentsIn(zone, language)
  const waveName = useWaveName()
  const namesOf = useShortPlatformNames()
  const waves = new Map(view.plan.waves.map((wave) => [wave.key, wave]))
  /** `6/25 22:33`, as it is said within a sentence. */
  const at = (moment: string) => {
    const ms = Date.parse(moment)
    return `${moments.day(ms)} ${moments.time(ms)}`
  }
  return {
    language,
    zone,
    moments,
    at,
    /** `6/25 (水) 22:33`. */
    moment: (moment: string) => moments.moment(Date.parse(moment)),
    length: (minutes: number) => roughLength(minutes, language),
    namesOf,
    waveName: (key: string) => waveName(waves.get(key) ?? { key, name: '' }),
    wavesNamed: (keys: readonly string[]) =>
      formatList(
        keys.map((key) => waveName(waves.get(key) ?? { key, name: '' })),
        language,
      ),
  }
}

export type PlanWording = ReturnType<typeof usePlanWords>
