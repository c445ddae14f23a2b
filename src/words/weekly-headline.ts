/** The headline of an issue in words. */
import { readReleaseKey } from '../contract/release-key.ts'
import type { WeeklyClause } from '../contract/weekly.ts'
import { plainLine } from './plain-line.ts'
import { localDay, momentInWords } from './weekly-days.ts'
import { weeklyWords } from './weekly-messages.ts'

type Language = 'ja' | 'en'

export const inFigures = (count: number) => count.toLocaleString('en-US')

/** The name of a wave: one that has none of its own goes by its key. */
export function namedWave(name: string, language: Language): string {
  const { waves, wave } = weeklyWords[language].progress
  const number = /^wave-(\d+)$/.exec(name)?.[1]
  return waves[name] ?? (number === undefined ? name : wave(number))
}

type Around = { zone: string; to: string; hasFleet: boolean }

/** One sentence for each clause. `to`: when the issue comes out, beside whose year others are named. */
export function headlineText(
  clauses: readonly WeeklyClause[],
  { zone, to, hasFleet }: Around,
  language: Language,
): string {
  const t = weeklyWords[language]
  const today = localDay(to, zone)
  const moment = (at: string) => momentInWords(at, zone, today, language)
  const some = (machines: number) => (machines === 0 ? null : inFigures(machines))
  const release = (key: string) => {
    const read = readReleaseKey(key)
    return read === null ? key : t.release(key, read.month, read.publisher === null, today.slice(0, 4))
  }
  const say = (clause: WeeklyClause): string => {
    switch (clause.code) {
      case 'release': {
        const { key, count, own, exploited, more } = clause
        return t.clause.release(release(key), count, hasFleet ? own : null, exploited, more)
      }
      case 'exploited':
      case 'new':
      case 'escalated':
        return t.clause[clause.code](clause.count)
      case 'overdue':
      case 'due':
        return t.clause[clause.code](clause.count, some(clause.machines))
      case 'left':
        return t.clause.left(inFigures(clause.machines))
      case 'gate': {
        const { plan, wave, openBy, finish } = clause
        return t.clause.gate(plan, namedWave(wave, language), moment(openBy), finish === null ? null : moment(finish))
      }
      case 'finish':
        return t.clause.finish(clause.plan, moment(clause.finish))
      case 'done':
        return t.clause.done(clause.key === null ? null : release(clause.key), inFigures(clause.machines))
      case 'quiet':
        return t.clause.quiet(clause.others, hasFleet)
    }
  }
  return plainLine(clauses.map(say).join(t.join))
}
