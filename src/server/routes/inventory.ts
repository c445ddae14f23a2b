import { inventory } from '../../contract/endpoints/inventory.ts'
import type { InventoryPreview } from '../../contract/inventory.ts'
import { documentBytes } from '../../contract/limits.ts'
import type { Problem } from '../../contract/problem.ts'
import { replacedLines } from '../../domain/fleet/joined.ts'
import { platformOfReports } from '../../domain/machines/platform-of.ts'
import { previewMachine } from '../../domain/machines/preview.ts'
import { machineKey } from '../../domain/machines/report.ts'
import type { Inventory, ReadingHow } from '../../feeds/inventory/gather.ts'
import { inventoryWords } from '../../words/inventory.ts'
import { nameOf } from '../access/principal.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { InventoryReader, RefusedFile } from '../imports/read-inventory.ts'
import { sendProblem } from '../http/problem.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { documentTurns } from './bodies/document-turns.ts'
import { receive } from './bodies/receive.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { checkZone } from './problems.ts'

type Deps = { store: Store; catalogue: Catalogue; readInventory: InventoryReader }

/** Machines whose reports are looked up at a time. */
const machinesAtOnce = 500

const nothing = { machines: [], passedOver: [], problems: [], problemCount: 0, notices: [], replaces: [] }

/** What taking a file over would do, without writing anything. */
async function previewOf(
  { store, catalogue }: Deps,
  { machines: read, ...file }: Inventory,
): Promise<InventoryPreview> {
  const [{ tree }, { lines }] = await Promise.all([catalogue.index(), store.fleet.current()])
  const platformOf = platformOfReports(tree.filter(({ isGroup }) => isGroup !== true))
  const machines: InventoryPreview['machines'] = []
  for (let from = 0; from < read.length; from += machinesAtOnce) {
    const batch = read.slice(from, from + machinesAtOnce)
    const known = await store.machines.known(batch.map(({ report }) => report.name))
    for (const machine of batch)
      machines.push(previewMachine(machine, known.get(machineKey(machine.report.name)), platformOf))
    await yieldToEventLoop()
  }
  const platforms = Map.groupBy(machines, ({ platform }) => platform)
  const replaces = replacedLines(
    lines.filter(({ reported }) => reported !== true),
    [...platforms.keys()].filter((platform) => platform !== null),
  ).map((line) => ({
    line,
    machines: [...platforms].reduce(
      (sum, [platform, own]) =>
        sum + (platform !== null && replacedLines([line], [platform]).length > 0 ? own.length : 0),
      0,
    ),
  }))
  return { ...file, refused: null, machines, replaces }
}

/** A file that is refused, as a problem with its lines. */
function refusal(refused: RefusedFile | null, file: Inventory | null): Problem {
  const words = inventoryWords.en
  if (refused !== null)
    return {
      code: 'refused',
      message: `the file ${words.file[refused.fault](refused.value)}`,
      details: [{ field: 'file', message: words.file[refused.fault](refused.value), reason: refused.fault }],
    }
  const { problems = [], problemCount = 0 } = file ?? {}
  return {
    code: 'refused',
    message: `the file was refused: ${problemCount} lines cannot be read; leaveOut=yes takes it without their machines`,
    details: problems.slice(0, 100).map(({ line, fault, value }) => ({
      field: `line ${line}`,
      message: words.line[fault](value),
      reason: fault,
    })),
  }
}

/** Machines out of files of inventory and deployment tools: looked at first, then taken whole or not at all. */
export function inventoryRoutes(deps: Deps): Routes {
  const { store, readInventory } = deps
  const inTurn = documentTurns('files')
  /** Reads the file of a request when it is its turn. */
  async function read(
    request: Request,
    { zone = 'UTC', ...how }: Omit<ReadingHow, 'zone'> & { zone?: string | undefined },
  ) {
    checkZone(zone)
    return inTurn(request, async () => readInventory(await receive(request, documentBytes), { zone, ...how }))
  }
  return routeGroup()
    .openapi(routeOf(inventory.previewInventory), async (c) => {
      const file = await read(c.req.raw, c.req.valid('query'))
      if ('refused' in file) return c.json({ kind: null, refused: file.refused, ...nothing }, 200)
      return c.json(await previewOf(deps, file.inventory), 200)
    })
    .openapi(routeOf(inventory.takeInventory), async (c) => {
      const { leaveOut, ...how } = c.req.valid('query')
      const file = await read(c.req.raw, how)
      if ('refused' in file) return sendProblem(c, 422, refusal(file.refused, null))
      const { kind, machines, problemCount, passedOver } = file.inventory
      if (machines.length === 0 || (problemCount > 0 && leaveOut !== 'yes'))
        return sendProblem(c, 422, refusal(null, file.inventory))
      const reports = machines.map(({ report }) => report)
      const { added, changed, unchanged } = await store.machines.take(kind, reports, nameOf(c.get('principal')))
      const leftOut = passedOver.filter(({ why }) => why === 'problem').length
      return c.json({ kind, added, changed, unchanged, leftOut }, 200)
    })
}
