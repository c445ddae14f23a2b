import { readContent } from '../../../src/server/content.ts'
import { importDocument } from '../../../src/server/imports/import-document.ts'
import { seedSources } from '../../../src/server/sources/scheduler.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { cvrf } from '../../feeds/cvrf.ts'
import { cveOf, demoMonths, lastMonth, republishedMonth } from './months.ts'
import { addTeam, ito } from './team.ts'

/** Entries of a catalogue of exploited vulnerabilities: one of the last month, one of a month before. */
const exploited = [
  { cve: cveOf(lastMonth, 7), addedOn: '2026-11-17', dueOn: '2026-12-08', ransomware: true },
  { cve: cveOf(lastMonth - 2, 7), addedOn: '2026-09-10' },
]

/** Fills an empty store with demo data: the bulletins of 2005, fourteen made-up months, and a team at work on them. */
export async function populate(store: Store): Promise<void> {
  const content = await readContent()
  await store.seed(content)
  await seedSources(store, content.sources)
  for (const month of [...demoMonths(), republishedMonth()]) {
    const name = `${month.id}.xml`
    const { problems } = await importDocument(store, { name, bytes: cvrf(month) }, { keepGoing: false, who: ito })
    if (problems.length > 0) throw new Error(`${name}: ${problems.map(({ message }) => message).join('; ')}`)
  }
  await store.saveKnownExploited(exploited, ito)
  await addTeam(store)
}
