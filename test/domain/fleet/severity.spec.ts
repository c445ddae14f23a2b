import { expect, it } from 'vitest'
import { severityOnFleet } from '../../../src/domain/fleet/severity.ts'

const ratings = [
  { platform: 'windows-10.22h2.x64', rating: 2 },
  { platform: 'microsoft-edge', rating: 1 },
  { platform: 'windows-11', rating: 'no-fix' },
] as const

it.each([
  { why: 'a part of what there is', fleet: ['windows-10.22h2'], severity: 2 },
  { why: 'what is above what there is', fleet: ['microsoft-edge.137'], severity: 1 },
  { why: 'what has no severity', fleet: ['windows-11.24h2'], severity: null },
  { why: 'nothing of it', fleet: ['windows-server-2019'], severity: null },
  { why: 'no machines', fleet: [], severity: null },
])('is the worst on the platforms of the fleet: $why', ({ fleet, severity }) => {
  const machines = fleet.map((platform) => ({ platform }))
  expect(severityOnFleet(ratings, machines)).toBe(severity)
})
