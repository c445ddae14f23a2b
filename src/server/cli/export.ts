/** `npm run export > FILE`: everything on file as JSON Lines, the platforms first, for `npm run import` to read again. */
import { readConfig } from '../config.ts'
import { canonical } from '../../domain/revisions/canonical.ts'
import { commandLine } from '../product.ts'
import { configuredStore } from '../store/configured.ts'
import { runCommand } from './command.ts'

const usage = `${commandLine('export', '> FILE')}
  gives everything on file as JSON Lines`

await runCommand(usage, 0, async () => {
  const store = await configuredStore(readConfig(process.env))
  try {
    for (const platform of await store.platforms()) process.stdout.write(`${JSON.stringify(platform)}\n`)
    for await (const bulletin of store.bulletins()) process.stdout.write(`${canonical(bulletin)}\n`)
  } finally {
    await store.close()
  }
  return null
})
