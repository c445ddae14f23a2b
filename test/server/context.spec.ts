import { expect, it } from 'vitest'
import { reading } from '../../src/contract/endpoints/reading.ts'
import { buildApp } from '../../src/server/app.ts'
import { importDocument } from '../../src/server/imports/import-document.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { cveRecord, ofCisa, ssvc } from '../feeds/cve-record-parts.ts'
import { listing } from '../support/listing.ts'
import { problemOf } from '../support/problem.ts'

const vector = 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:C/C:H/I:H/A:H'
const platformOf = (id: string) => ({
  id,
  family: id,
  version: null,
  variant: null,
  label: { en: id },
  kind: 'client' as const,
  supportEndsOn: null,
})

it('what is around a bulletin: catalogues, vectors in words, platforms of it and of the fleet, and the chain of fixes', async () => {
  const store = await storeInMemory()
  const made = listing('KB2', ['CVE-2031-1000', 'CVE-2031-1001'], 'windows-a')
  const scored = made.vulnerabilities.map((flaw, at) =>
    at === 0 ? { ...flaw, cvss: { version: '3.1', vector, score: 8.3 } } : flaw,
  )
  await store.seed({
    bulletins: [
      { ...made, vulnerabilities: scored, supersedes: ['KB1', 'KB0'] },
      { ...listing('KB1', [], 'windows-a'), supersedes: [] },
      { ...listing('KB3', [], 'windows-a'), supersedes: ['KB2'] },
    ],
    platforms: ['windows-a', 'windows-b', 'windows-c'].map(platformOf),
  })
  await store.fleet.set(0, [{ platform: 'windows-b', edition: null, machines: 2 }], 'Ito')
  const record = cveRecord({ cve: 'CVE-2031-1001', adp: [ofCisa([ssvc('active', 'yes', 'total')])] })
  const bytes = new TextEncoder().encode(JSON.stringify(record))
  await importDocument(store, { name: 'a record', bytes }, { keepGoing: false })

  const app = buildApp({ store })
  const answer = reading.viewBulletinContext.reply.parse(await (await app.request('/api/bulletins/KB2/context')).json())
  expect(answer.flaws.map(({ id, exploitedBy }) => [id, exploitedBy])).toEqual([
    ['CVE-2031-1000', []],
    ['CVE-2031-1001', ['vulnrichment']],
  ])
  expect(answer.vectors).toEqual({
    [vector]: { from: 'network', privileges: 'none', interaction: 'required', changesScope: true, complexity: 'high' },
  })
  expect(answer.platforms.map(({ id }) => id)).toEqual(['windows-a', 'windows-b'])
  expect(answer.replacedBy).toEqual(['KB3'])
  expect(answer.chain.map(({ id, doubt }) => [id, doubt])).toEqual([
    ['KB1', null],
    ['KB0', 'unknown'],
  ])
  expect(answer.onFile).toEqual(['KB1'])
  expect((await problemOf(await app.request('/api/bulletins/KB9/context'))).code).toBe('not_found')
})
