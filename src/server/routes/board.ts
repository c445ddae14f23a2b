import { board } from '../../contract/endpoints/board.ts'
import type { BoardEntry } from '../../contract/board.ts'
import { fieldCounts } from '../../domain/board/field-reports.ts'
import { ownerOf } from './own.ts'
import { nameOf, type Principal } from '../access/principal.ts'
import { unknownAssignee } from '../assignable.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { concernsFor } from '../concerns.ts'
import { myWorkOf } from '../my-work.ts'
import type { Plans } from '../plans/plans.ts'
import { prepareReply, sendNothing, sendReply } from '../http/reply.ts'
import type { Reading } from '../store/board.ts'
import type { Store } from '../store/store.ts'
import { sendProblem } from '../http/problem.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { keyIn } from './keys.ts'
import { listOf, notInList, sendPage } from './paging.ts'
import { existing, missing } from './problems.ts'
import { lostRace, unassignable } from './triage.ts'
import { etagOf, versionIn } from './versions.ts'

type Deps = { store: Store; catalogue: Catalogue; plans: Plans; now: () => Date }

/** Entries that are read at a time. */
const atOnce = 500

const onlyPeople = { code: 'forbidden', message: 'only people watch and read' } as const

/** What people say to each other, what they saw outside the lab, and what concerns who asks. */
export function boardRoutes({ store, catalogue, plans, now }: Deps): Routes {
  const concerns = concernsFor({ store, catalogue, plans, now })
  const myWork = myWorkOf({ store, catalogue })

  async function readingOf(principal: Principal | null): Promise<Reading | null> {
    const owner = await ownerOf(principal, store)
    return owner === null ? null : { owner, name: nameOf(principal) }
  }
  const watchesOf = async (of: Reading | null) => ({
    bulletins: of === null ? [] : await store.board.watched(of.owner),
  })

  return routeGroup()
    .openapi(routeOf(board.listBoard), async (c) => {
      const { view = 'all', limit, after, fields } = c.req.valid('query')
      const before = after === undefined ? null : Number(after)
      if (before !== null && !Number.isSafeInteger(before)) return sendProblem(c, 400, notInList)
      const of = await readingOf(c.get('principal'))
      // One more than is asked for tells whether there is a next page.
      const wanted = limit === undefined ? Infinity : limit + 1
      const found: BoardEntry[] = []
      for (let last = before; found.length < wanted;) {
        const page = await store.board.talk(view, of, last, Math.min(atOnce, wanted - found.length))
        for (const entry of page) found.push(entry)
        last = page.at(-1)?.id ?? 0
        if (page.length < atOnce) break
        await yieldToEventLoop()
      }
      return sendPage(c, listOf(found), { limit, fields })
    })
    .openapi(routeOf(board.listFieldReports), async (c) => {
      const { bulletin, ...paging } = c.req.valid('query')
      const reports = await store.board.fieldReports(bulletin ?? null)
      return sendPage(c, listOf(reports), paging)
    })
    .openapi(routeOf(board.viewFieldReport), async (c) => {
      const { report } = c.req.valid('param')
      const found = (await store.board.fieldReports(null)).find(({ id }) => id === Number(report))
      return c.json(existing(found, `field report ${report}`), 200)
    })
    .openapi(routeOf(board.countFieldReports), async (c) =>
      sendReply(c, prepareReply(fieldCounts(await store.board.fieldReports(null)))),
    )
    .openapi(routeOf(board.addFieldReport), async (c) => {
      const { id } = c.req.valid('param')
      const [sent, key] = [c.req.valid('json'), keyIn(c.req.valid('header'))]
      const report = existing(await store.board.report(id, sent, nameOf(c.get('principal')), key), `bulletin ${id}`)
      return c.json(report, 201, locationOf(board.viewFieldReport, { report: report.id }))
    })
    .openapi(routeOf(board.takeBackFieldReport), async (c) => {
      const { report } = c.req.valid('param')
      const outcome = await store.board.takeBackReport(Number(report), nameOf(c.get('principal')))
      if (outcome === 'done') return sendNothing(c)
      if (outcome === 'missing') throw missing(`field report ${report}`)
      return sendProblem(c, 403, { code: 'forbidden', message: 'this report is another person’s' })
    })
    .openapi(routeOf(board.listWatches), async (c) => c.json(await watchesOf(await readingOf(c.get('principal'))), 200))
    .openapi(routeOf(board.setWatch), async (c) => {
      const { id } = c.req.valid('param')
      const of = await readingOf(c.get('principal'))
      if (of === null) return sendProblem(c, 403, onlyPeople)
      existing(await store.board.watch(id, of, c.req.valid('json').isWatched), `bulletin ${id}`)
      return c.json(await watchesOf(of), 200)
    })
    .openapi(routeOf(board.viewConcerns), async (c) =>
      sendReply(c, prepareReply(await concerns(await readingOf(c.get('principal'))))),
    )
    .openapi(routeOf(board.setRead), async (c) => {
      const of = await readingOf(c.get('principal'))
      if (of === null) return sendProblem(c, 403, onlyPeople)
      return c.json(await store.board.setRead(of.owner, c.req.valid('json')), 200)
    })
    .openapi(routeOf(board.viewMyWork), async (c) => sendReply(c, prepareReply(await myWork(c.get('principal')))))
    .openapi(routeOf(board.handOver), async (c) => {
      const { id } = c.req.valid('param')
      const version = versionIn(c)
      const handover = c.req.valid('json')
      const unknown = await unknownAssignee(store, [handover.to])
      if (unknown !== null) return sendProblem(c, 400, unassignable('to', unknown))
      const result = await store.triage.handOver(id, version, handover, nameOf(c.get('principal')))
      if (result.outcome === 'missing') throw missing(`bulletin ${id}`)
      if (result.outcome === 'conflict') return sendProblem(c, 412, lostRace(result.states))
      const [state] = result.states
      if (state === undefined) throw new Error(`${id} was handed over, and is not there`)
      return c.json(state, 200, { etag: etagOf(state) })
    })
}
