/** Prints what a large plan costs: 10,000 machines on 20 platforms in 12 waves over 26 weeks of windows. */
import type { Summary } from '../../src/contract/summary.ts'
import { answerTo } from '../../src/domain/rollout/answer.ts'
import { defaults } from '../../src/domain/rollout/inputs.ts'
import { openStretches } from '../../src/domain/rollout/windows.ts'
import { median } from './median.ts'

const platforms = Array.from({ length: 20 }, (_, number) => `product-${number}.sp1`)
const bulletin: Pick<Summary, 'id' | 'rollout' | 'platforms' | 'restart'> = {
  id: 'MS05-019',
  rollout: [
    {
      package: 'one',
      tool: 'a console',
      consoles: 1,
      points: [
        { machines: 50, minutes: 18 },
        { machines: 100, minutes: 27 },
        { machines: 250, minutes: 52 },
        { machines: 500, minutes: 94 },
      ],
    },
  ],
  platforms: platforms.map((platform) => ({ platform, rating: 1 })),
  restart: 'required',
}
const inputs = {
  ...defaults('2026-01-05', 'Europe/Berlin'),
  fleet: platforms.map((platform) => ({ platform, count: 500 })),
  windows: [{ kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '01:00' }],
  groups: platforms.slice(0, 11).map((platform) => [platform]),
  soakHours: 24,
}
const facts = { bulletins: [bulletin], holidays: [] }
const answer = answerTo(inputs, facts)
console.table([
  {
    waves: answer.waves.length,
    machines: answer.machines,
    segments: answer.plan.segments.length,
    'windows, ms': median(() => openStretches({ ...inputs, days: 182 })),
    'all of the answer, ms': median(() => answerTo(inputs, facts)),
  },
])
