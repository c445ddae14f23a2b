import { importing } from '../../contract/endpoints/importing.ts'
import type { Problem } from '../../contract/problem.ts'
import { importDocument, type Reader } from '../imports/import-document.ts'
import { nameOf } from '../access/principal.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

/** Bringing documents in by the API. */
export function importRoutes({ store, read }: { store: Store; read: Reader }): Routes {
  return routeGroup().openapi(routeOf(importing.importDocument), async (c) => {
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
