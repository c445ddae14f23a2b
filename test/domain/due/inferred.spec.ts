import { describe, expect, it } from 'vitest'
import { inferredAutomatable, inferredTotal } from '../../../src/domain/due/inferred.ts'

describe('what a vector lets infer', () => {
  it.each([
    { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', automatable: 'yes', total: 'yes' },
    { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H', automatable: 'no', total: 'yes' },
    { vector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H', automatable: 'no', total: 'yes' },
    { vector: 'CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N', automatable: 'no', total: 'no' },
    { vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N/E:U/RL:O', automatable: 'no', total: 'no' },
    { vector: 'AV:N/AC:L/Au:N/C:C/I:C/A:C', automatable: 'yes', total: 'yes' },
    { vector: '(AV:N/AC:M/Au:N/C:P/I:P/A:P)', automatable: 'no', total: 'no' },
    { vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', automatable: 'yes', total: 'yes' },
    { vector: 'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:L/SC:N/SI:N/SA:N', automatable: 'no', total: 'no' },
    // It says itself whether attacks can be automated.
    { vector: 'CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:P/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N/AU:Y', automatable: 'yes', total: 'no' },
    { vector: 'CVSS:3.1/AV:N/C:H', automatable: null, total: null },
    { vector: 'no vector', automatable: null, total: null },
  ])('$vector: automatable $automatable, total $total', ({ vector, automatable, total }) => {
    expect([inferredAutomatable(vector), inferredTotal(vector)]).toEqual([automatable, total])
  })
})
