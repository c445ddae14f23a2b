import { importing } from '../../contract/endpoints/importing.ts'
import type { Problem } from '../../contract/problem.ts'
import { importDocument, type Reader } from '../imports/import-document.ts'
import { nameOf } from '../access/principal.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { noSuch } from './problems.ts'

/** So many imports are listed. */
const listedAtMost = 100

/** Why an import is not undone, in words. */
const notUndone = {
  undone: 'this import has been undone already',
  covered: 'a later import stands on this one: undo that one first',
  'too-old': 'what this import has replaced is kept no longer',
} as const

/** Bringing documents in by the API, and taking them out again. */
export function importRoutes({ store, read }: { store: Store; read: Reader }): Routes {
  const routes = routeGroup()
    .openapi(routeOf(importing.listImports), async (c) => c.json(await store.imports.list(listedAtMost), 200))
    .openapi(routeOf(importing.undoImport), async (c) => {
      const { id } = c.req.valid('param')
      const outcome = await store.imports.undo(Number(id), nameOf(c.get('principal')))
      if (outcome === 'done') return c.json(await store.imports.list(listedAtMost), 200)
      if (outcome === 'missing') return c.json(noSuch(`import ${id}`), 404)
      return c.json({ code: 'conflict', message: notUndone[outcome] } satisfies Problem, 409)
    })
  return routes.openapi(routeOf(importing.importDocument), async (c) => {
    const { name = 'document', keepGoing } = c.req.valid('query')
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const report = await importDocument(
      store,
      { name, bytes },
      {
        keepGoing: keepGoing === 'yes',
        who: nameOf(c.get('principal')),
        read,
      },
    )
    if (report.problems.length === 0 || report.saved.length > 0) return c.json(report, 200)
    const details = report.problems.map(({ place, rule, message, ...told }) => ({
      field: place,
      message: rule === null ? message : `${rule}: ${message}`,
      ...told,
    }))
    return c.json({ code: 'refused', message: `${name} was refused`, details } satisfies Problem, 422)
  })
}
