/** Adds the content to a store bulletin by bulletin and prints the id of each once it is acknowledged; run to be killed. */
import { readContent } from '../../src/server/content.ts'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'

const [directory, round] = process.argv.slice(2)
if (directory === undefined || round === undefined) throw new Error('expected a directory and a number')
const store = await sqliteStore(directory)
const { bulletins } = await readContent()
for (const bulletin of bulletins) {
  const id = `${bulletin.id}.${round}`
  await store.seed({ platforms: [], bulletins: [{ ...bulletin, id }] })
  process.stdout.write(`${id}\n`)
}
