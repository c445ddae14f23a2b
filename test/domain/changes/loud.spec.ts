import { describe, expect, test } from 'vitest'
import { changeTable } from '../../../src/contract/changes.ts'
import { isEscalation, isLoud } from '../../../src/domain/changes/loud.ts'

describe('a change', () => {
  test.each(changeTable)(
    'of the kind $kind is quiet or loud as its table says, and never both quiet and an escalation',
    (row) => {
      expect(isLoud(row)).toBe(!row.isQuiet)
      expect(row.isQuiet && row.isEscalation).toBe(false)
    },
  )
  test.each([
    ['urgency', 'wait', 'immediate', true],
    ['urgency', 'unrated', 'early', true],
    ['urgency', 'immediate', 'early', false],
    ['urgency', undefined, undefined, false],
    ['disclosure', 'private', 'public', true],
    ['disclosure', 'public', 'private', false],
    ['exploit-up', 'none', 'exploited', true],
    ['due-earlier', '2026-12-20', '2026-12-01', true],
    ['superseded', undefined, undefined, false],
    ['text', undefined, undefined, false],
  ] as const)('%s from %s to %s is an escalation: %s', (kind, from, to, expected) => {
    expect(isEscalation({ kind, from, to })).toBe(expected)
  })
})
