/**
 * A process that writes events and tells of them, on a clock of its own: `teller.ts BEGIN EVENTS MARK`. Each event is ten
 * seconds after the one before; without events it goes on until nothing waits.
 */
import { catalogueOf } from '../../../src/server/catalogue/catalogue.ts'
import { readConfig } from '../../../src/server/config.ts'
import { fixesOf } from '../../../src/server/fixes.ts'
import { tellingOf } from '../../../src/server/notices/telling.ts'
import { storeAt } from './store-at.ts'
import { toldIds } from './told-ids.ts'

const [begin = '', events = '0', mark = ''] = process.argv.slice(2)
const between = 10_000
const drainedBy = 15 * 60_000
const wake = 4

let at = Date.parse(begin)
const now = () => new Date(at)
const config = readConfig(process.env)
const store = await storeAt(process.env, now)
const report = (error: unknown) => void process.stderr.write(`${String(error)}\n`)
const catalogue = catalogueOf(store, fixesOf(store), now)
const origin = 'https://hotfix.example'
const { notifier } = tellingOf({ store, catalogue, signIn: 'single-user', config, origin, now, report })

for (let event = 0; event < Number(events); event++) {
  at += between
  const said = await store.events.addComment(toldIds[event % toldIds.length] ?? '', `${mark} ${event}`, 'Sato')
  process.stdout.write(`said ${said}\n`)
  if (event % wake === 0) await notifier.tick()
}
if (Number(events) === 0)
  while ((await store.outbox.nextDue()) !== null) {
    await notifier.tick()
    at += drainedBy
  }
await notifier.tick()
await store.close()
process.stdout.write('done\n')
