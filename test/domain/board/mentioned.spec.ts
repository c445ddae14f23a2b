import { describe, expect, it } from 'vitest'
import { BulletinEvent } from '../../../src/contract/events.ts'
import { mentionedIn } from '../../../src/domain/board/mentioned.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'

const ofBulletin = { id: 7, at: '2026-01-14T00:00:00Z', who: 'Sato', bulletin: 'MS05-019' }
const ito = { kind: 'person', name: 'Ito' }
const said = (detail: object) => BulletinEvent.parse({ ...ofBulletin, topic: 'discussion', what: 'said', detail })

describe('whom an event names', () => {
  it('is who a text of the discussion names, and nobody where it was written before names were kept', () => {
    expect(mentionedIn(said({ text: 'Hello @Ito', mentions: [ito] }))).toEqual([ito])
    expect(mentionedIn(said({ text: 'Hello @Ito' }))).toEqual([])
    expect(mentionedIn(said({ text: null }))).toEqual([])
  })

  it('is who a bulletin was handed over to', () => {
    const detail = { from: defaultState, to: { ...defaultState, assignee: 'Ito' } }
    const set = (more: object) =>
      BulletinEvent.parse({ ...ofBulletin, topic: 'triage', what: 'set', detail: { ...detail, ...more } })
    expect(mentionedIn(set({ handover: { text: 'Please', mentions: [ito] } }))).toEqual([ito])
    expect(mentionedIn(set({}))).toEqual([])
  })
})
