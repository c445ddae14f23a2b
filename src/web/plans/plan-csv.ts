import type { Milestones, PlanView } from '../../contract/plan-view.ts'
import { asCsv } from '../export/csv.ts'
import { saveFile } from '../lib/save-file.ts'
import type { PlansMessages } from './messages.ts'
import { gateWords } from './waves/gate-words.ts'
import type { WaveMessages } from './waves/messages.ts'
import type { PlanWording } from './wording.ts'

type Said = { t: PlansMessages; waveText: WaveMessages; words: PlanWording }

/** The waves of a plan as a table: planned and actual moments with their offset, machines, and the gate in words. */
function planTable(view: PlanView, { waveText, words }: Said) {
  const { moments, namesOf, waveName } = words
  const at = (moment: string | null) => (moment === null ? '' : moments.iso(Date.parse(moment)))
  const course = ({ start, half, ninety, last }: Milestones) => [start, half, ninety, last].map(at)
  const { head, planned, actual, start } = waveText
  const milestones = [start, head.half, head.ninety, head.last]
  return {
    head: [
      head.wave,
      head.target,
      waveText.of,
      head.share,
      ...milestones.map((name) => `${planned} ${name}`),
      ...milestones.map((name) => `${actual} ${name}`),
      waveText.gate.planned,
    ],
    rows: view.waves.map((wave) => {
      const gate = gateWords(wave, { t: waveText, words, view })
      return [
        waveName(wave.key),
        wave.machines.map(({ platform, count }) => `${namesOf([platform])} ${count}`).join('; '),
        wave.of,
        wave.done,
        ...course(wave.planned),
        ...course(wave.actual),
        view.plan.startedAt === null ? '' : `${gate.word}: ${gate.text}`,
      ]
    }),
  }
}

/** Saves the waves of a plan as a file for a spreadsheet. */
export function savePlanCsv(view: PlanView, said: Said): void {
  const { plan, now } = view
  const exportedOn = said.words.moments.iso(Date.parse(now)).slice(0, 10)
  const table = { ...planTable(view, said), filter: plan.name, exportedOn }
  saveFile(asCsv(table), 'text/csv;charset=utf-8', `hotfix-report_plan_${plan.id}.csv`)
}
