import { importing } from '../../contract/endpoints/importing.ts'
import type { DocumentReport } from '../../contract/imports.ts'
import type { Problem } from '../../contract/problem.ts'
import { documentBytes } from '../../contract/limits.ts'
import { importDocument, type DocumentReader } from '../imports/import-document.ts'
import { nameOf } from '../access/principal.ts'
import type { Store } from '../store/store.ts'
import { documentTurns } from './bodies/document-turns.ts'
import { receive } from './bodies/receive.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { listOf, sendPage } from './paging.ts'
import { missing } from './problems.ts'
import { sendProblem } from '../http/problem.ts'

/** The most imports that are listed. */
const maxListed = 100

/** Why an import is not undone, in words. */
const notUndone = {
  undone: 'this import has been undone already',
  covered: 'a later import builds on this one: undo that one first',
  'too-old': 'what this import has replaced is kept no longer',
} as const

/** Bringing documents in by the API, a few at once and each received when it is its turn, and taking them out again. */
export function importRoutes({ store, read }: { store: Store; read: DocumentReader }): Routes {
  const inTurn = documentTurns('documents')
  return routeGroup()
    .openapi(routeOf(importing.listImports), async (c) =>
      sendPage(c, listOf(await store.imports.list(maxListed)), c.req.valid('query')),
    )
    .openapi(routeOf(importing.undoImport), async (c) => {
      const { id } = c.req.valid('param')
      const outcome = await store.imports.undo(Number(id), nameOf(c.get('principal')))
      if (outcome === 'done') return c.json(await store.imports.list(maxListed), 200)
      if (outcome === 'missing') throw missing(`import ${id}`)
      return sendProblem(c, 409, { code: 'conflict', message: notUndone[outcome] })
    })
    .openapi(routeOf(importing.importDocument), async (c) => {
      const { name = 'document', keepGoing } = c.req.valid('query')
      const how = { keepGoing: keepGoing === 'yes', who: nameOf(c.get('principal')), read }
      const report = await inTurn(c.req.raw, async () =>
        importDocument(store, { name, bytes: await receive(c.req.raw, documentBytes) }, how),
      )
      if (report.problems.length === 0 || report.saved.length > 0) return c.json(report, 200)
      return sendProblem(c, 422, refusal(name, report))
    })
}

function refusal(name: string, { kind, problems, problemCount }: DocumentReport): Problem {
  const details = problems.map(({ place, rule, message, ...told }) => ({
    field: place,
    message: rule === null ? message : `${rule}: ${message}`,
    // Without a reason it is what the document was read as.
    ...(told.reason === undefined ? { seems: kind } : told),
  }))
  const more = problemCount > problems.length ? `: ${problemCount} problems were found, and there may be more` : ''
  return { code: 'refused', message: `${name} was refused${more}`, details }
}
