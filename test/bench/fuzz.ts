/**
 * Sends changed documents of every kind to a server, and prints what it answered and the slowest of them:
 * `npm run bench -- fuzz --minutes 10` or `--seconds 20`, and `--seed` for the same ones again. Fails on an answer of 5xx;
 * the document is then left in the folder for temporary files.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp } from '../../src/server/app.ts'
import { readingProcess } from '../../src/server/imports/reading-process.ts'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'
import { chance, seed } from '../support/chance.ts'
import { mutated } from '../support/fuzz/mutate.ts'
import { inventorySeeds } from '../support/fuzz/inventory-seeds.ts'
import { seeds } from '../support/fuzz/seeds.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seconds: { type: 'string' } },
})
const seconds = values.seconds === undefined ? Number(values.minutes ?? 10) * 60 : Number(values.seconds)
/** A store that grows is slow for a reason of its own. */
const documentsAStore = 2000
const slow = 3000

const files = inventorySeeds()
const documents = [...(await seeds()), ...files]
/** Where a document is sent: a file of machines is looked at and taken. */
const addressesOf = (name: string, keepGoing: string) =>
  files.some((file) => file.name === name)
    ? ['/api/machines/preview', `/api/machines?leaveOut=${keepGoing}`]
    : [`/api/imports?keepGoing=${keepGoing}`]
const root = await mkdtemp(join(tmpdir(), 'hotfix-fuzz-'))
const read = readingProcess()
const statuses: Record<string, number> = {}
let slowest: { ms: number; document: string; number: number }[] = []
const faults: unknown[] = []
/** What the documents are answered before anything of them is changed. */
const asTheyAre: Record<string, number> = {}
let number = 0

/** Sends a document, and counts what came of it. */
async function send(app: ReturnType<typeof buildApp>, name: string, body: string, keepGoing = 'no') {
  const began = performance.now()
  let status = 0
  for (const address of addressesOf(name, keepGoing))
    status = Math.max(status, (await app.request(address, { method: 'POST', body })).status)
  const ms = Math.round(performance.now() - began)
  statuses[status] = (statuses[status] ?? 0) + 1
  slowest = [...slowest, { ms, document: name, number: ++number }].toSorted((a, b) => b.ms - a.ms).slice(0, 5)
  if (status < 500) return status
  const file = join(tmpdir(), `hotfix-fuzz-${seed}-${number}`)
  await writeFile(file, body)
  console.error(`${status}: ${name}, left in ${file}:`, faults.at(-1))
  return status
}

const isOver = (() => {
  const end = performance.now() + seconds * 1000
  return () => performance.now() > end
})()

try {
  while (!isOver()) {
    const store = await sqliteStore(await mkdtemp(join(root, 'store-')))
    const app = buildApp({ store, read, readInventory: read.inventory, report: (error) => faults.push(error) })
    if (number === 0) for (const { name, text } of documents) asTheyAre[name] = await send(app, name, text)
    for (let left = documentsAStore; left > 0 && !isOver(); left--) {
      const { name, text } = documents[Math.floor(chance() * documents.length)] ?? { name: '', text: '' }
      const body = mutated(text, chance)
      await send(app, name, body, chance() < 0.2 ? 'yes' : 'no')
    }
    await store.close()
  }
} finally {
  await read.stop()
  await rm(root, { recursive: true, force: true })
}

console.log(`${number} documents, seed ${seed}`)
console.table(asTheyAre)
console.table(statuses)
console.table(slowest)
const failed = Object.keys(statuses).some((status) => status >= '500')
if ((slowest[0]?.ms ?? 0) > slow) console.log(`The slowest took more than ${slow} ms.`)
process.exitCode = failed ? 1 : 0
