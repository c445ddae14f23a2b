/**
 * Serves made-up bulletins, as what opens pages from outside wants them: `npm run bench -- serve COUNT PORT FOLDER`.
 * Build first; FOLDER is another build.
 */
import { createAdaptorServer } from '@hono/node-server'
import { buildApp } from '../../src/server/app.ts'
import { builtFolders } from '../../src/server/built-folders.ts'
import { servedBuild } from '../../src/server/rendering/load.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { generate } from './generate.ts'

const [count = '1500', port = '4867', built = 'dist'] = process.argv.slice(2)
const store = await storeInMemory()
await store.seed(generate({ bulletins: Number(count), platforms: 300, cvesPerBulletin: 4 }))
const app = buildApp({ store, ...(await servedBuild(builtFolders('.', built))) })
// A real server reads the index at its start, too.
await app.request('/api/bulletins?limit=1')
const server = createAdaptorServer({ fetch: app.fetch })
server.listen(Number(port), '127.0.0.1', () => console.log(`${count} bulletins on http://127.0.0.1:${port}`))
