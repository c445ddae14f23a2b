import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../src/contract/audit.ts'
import { auditLines } from '../../../src/web/people/audit-lines.ts'

const [noon, later] = ['2031-06-10T12:00:00.000Z', '2031-06-10T12:01:00.000Z']
const triaged = (id: number, bulletin: string, at = noon, who = 'Sato'): AuditEntry => ({
  id,
  at,
  who,
  topic: 'triage',
  what: 'set',
  bulletin,
})

describe('the lines of the log', () => {
  it('are one for what a person did to many bulletins at once', () => {
    const lines = auditLines([triaged(3, 'KB3'), triaged(2, 'KB2'), triaged(1, 'KB1')])
    expect(lines.map(({ entry, bulletins }) => [entry.id, bulletins])).toEqual([[3, ['KB3', 'KB2', 'KB1']]])
  })

  it('are one for what was read from a source in one minute, and is about no bulletin', () => {
    const piece = (id: number, at = noon): AuditEntry => ({
      id,
      at,
      who: 'epss',
      topic: 'signals',
      what: 'epss-stored',
      bulletin: null,
    })
    const entries = [piece(4, later), piece(3, '2031-06-10T12:00:01.500Z'), piece(2), triaged(1, 'KB1')]
    expect(auditLines(entries).map(({ entry, times }) => [entry.id, times])).toEqual([
      [4, 1],
      [3, 2],
      [1, 1],
    ])
  })

  it('tell apart persons, moments and what is about no bulletin', () => {
    const fleet = (id: number): AuditEntry => ({
      id,
      at: noon,
      who: 'Sato',
      topic: 'fleet',
      what: 'set',
      bulletin: null,
    })
    const entries = [triaged(6, 'KB2', later), triaged(5, 'KB1'), triaged(4, 'KB1', noon, 'Ito'), fleet(3), fleet(2)]
    expect(auditLines(entries).map(({ entry }) => entry.id)).toEqual([6, 5, 4, 3, 2])
  })
})
