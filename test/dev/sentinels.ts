/** Bulletins of the demo data whose requests go wrong on purpose, so that a developer can look at how that is shown. */
import type { Problem } from '../../src/contract/problem.ts'
import type { Store } from '../../src/server/store/store.ts'
import { kbOf, lastMonth } from '../support/demo/months.ts'
import { ito, sato } from '../support/demo/team.ts'

/** The server fails to show it. */
export const failing = `KB${kbOf(lastMonth, 3)}`

/** Whoever saves its triage is overtaken by the other person; saved once more on top of that, it is saved. */
export const overtaken = `KB${kbOf(lastMonth, 2)}`

async function overtake({ triage }: Store, who: string): Promise<void> {
  const state = await triage.find(overtaken)
  const other = who === ito ? sato : ito
  if (state === null || state.by === other) return
  const { at: _at, by: _by, ...fields } = state
  await triage.set([{ ...fields, note: `${other}, ${new Date().toISOString()}` }], other)
}

/** Does what is to go wrong with a request; null where it is to be answered as usual. */
export async function goWrong({ method, url }: Request, store: Store, who: string): Promise<Response | null> {
  const { pathname } = new URL(url)
  if (method === 'GET' && pathname === `/api/bulletins/${failing}`)
    return Response.json({ code: 'unexpected', message: 'it fails on purpose' } satisfies Problem, { status: 500 })
  if (method === 'PUT' && pathname === `/api/bulletins/${overtaken}/triage`) await overtake(store, who)
  return null
}
