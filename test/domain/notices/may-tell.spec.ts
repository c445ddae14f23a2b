import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { tlps } from '../../../src/contract/document-vocabulary.ts'
import { channelKinds } from '../../../src/contract/notices.ts'
import { roles } from '../../../src/contract/vocabulary.ts'
import { mayTell } from '../../../src/domain/notices/may-tell.ts'

const mark = fc.constantFrom(undefined, ...tlps, 'TLP:PURPLE')
const owner = fc.constantFrom({ kind: 'person', name: 'Ito' } as const, { kind: 'team', name: 'Base' } as const)
const channel = fc.record({ kind: fc.constantFrom(...channelKinds), owner })
const recipient = fc.oneof(
  fc.constant({ kind: 'team' } as const),
  fc.record({ kind: fc.constant('person' as const), role: fc.constantFrom(null, ...roles) }),
)
const setting = fc.constantFrom('never' as const, 'own-mail' as const)

it('what is for its recipients alone goes nowhere but to the own mail of a person who may look, where that is set', () =>
  fc.assert(
    fc.property(mark, channel, recipient, setting, (tlp, to, who, set) => {
      const may = mayTell(tlp, to, who, set)
      if (who.kind === 'person' && who.role === null) expect(may).toBe(false)
      else if (['AMBER', 'GREEN', 'WHITE', 'CLEAR', undefined].includes(tlp)) expect(may).toBe(true)
      else
        expect(may).toBe(
          set === 'own-mail' && to.kind === 'email' && to.owner.kind === 'person' && who.kind === 'person',
        )
    }),
  ))
