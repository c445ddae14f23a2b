/** What deployment tools may install now, over a store. */
import type { DeployReason, DeployRow } from '../contract/deploy-list.ts'
import { deployRows, type DeployFacts } from '../domain/holds/deploy-list.ts'
import { counted } from '../domain/lab/recorded.ts'
import { writeCsv } from '../domain/table/csv.ts'
import { valueAt } from '../domain/table/open.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { Fixes } from './fixes.ts'
import type { Store } from './store/store.ts'

type Deps = { store: Store; fixes: Pick<Fixes, 'toInstall'>; catalogue: Pick<Catalogue, 'columns'> }

async function factsOf(store: Store, bulletin: string): Promise<DeployFacts> {
  const [found, events, results] = await Promise.all([
    store.find(bulletin),
    store.events.of(bulletin),
    store.lab.results(bulletin),
  ])
  const signed = events.findLast((event) => event.topic === 'decision')
  return {
    kb: found?.kb ?? [],
    decision: signed === undefined ? null : { verdict: signed.what, who: signed.who, at: signed.at },
    tests: counted(results),
  }
}

const unknown: DeployFacts = { kb: [], decision: null, tests: [] }

/** The list as of a day (ISO 8601), what is due first. */
export async function readDeployList({ store, fixes, catalogue }: Deps, today: string): Promise<DeployRow[]> {
  const [columns, wanted, { lines }, holds] = await Promise.all([
    catalogue.columns(),
    fixes.toInstall(),
    store.fleet.current(),
    store.holds.all(),
  ])
  const ids = Array.from(columns.order('due'), (row) => valueAt(columns.table.columns.id, row) ?? '')
  const toInstall = new Map(ids.map((id) => [id, wanted.get(id) ?? []] as const).filter(([, own]) => own.length > 0))
  const facts = new Map<string, DeployFacts>()
  for (const bulletin of toInstall.keys()) facts.set(bulletin, await factsOf(store, bulletin))
  return deployRows({ toInstall, lines, holds, factsOf: (bulletin) => facts.get(bulletin) ?? unknown }, today)
}

/** A reason in a word: `hold:12 until 2026-12-03`, `no-go`, `failed-test:Windows 11`. */
function reasonWord(reason: DeployReason): string {
  if (reason.by === 'hold') return `hold:${reason.hold} until ${reason.until}`
  if (reason.by === 'failed-test') return `failed-test:${reason.edition}`
  return reason.by === 'decision' ? reason.verdict : reason.by
}

/** The same for a spreadsheet or a script. */
export const deployListAsCsv = (rows: readonly DeployRow[]): string =>
  writeCsv(
    ['bulletin', 'kb', 'platform', 'machines', 'answer', 'held_roles', 'why', 'reason'],
    rows.map(({ bulletin, kb, platform, machines, answer, heldRoles, why }) => [
      bulletin,
      kb.map((number) => `KB${number}`).join(' '),
      platform,
      machines,
      answer,
      heldRoles.join('; '),
      why.map(reasonWord).join('; '),
      why.flatMap((each) => (each.by === 'hold' ? [each.reason] : [])).join('; '),
    ]),
  )
