/** Due days that have become earlier, as changes of their bulletins. */
import type { Change } from '../../../contract/changes.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { DueStore, ToldDay } from '../due.ts'
import { inBatches, noteChanges } from './recording.ts'
import { inRun, openRun } from './runs.ts'
import type { Access, Reader } from './tables.ts'

/** The days as they were last compared. */
async function lastTold(db: Reader): Promise<Map<string, { on: string; setting: string }>> {
  const rows = await db.selectFrom('due_day').selectAll().execute()
  return new Map(rows.map(({ bulletin_id, on_day: on, setting }) => [bulletin_id, { on, setting }]))
}

/** What differs between the days on file and those of now. */
function differences(before: Awaited<ReturnType<typeof lastTold>>, now: ReadonlyMap<string, ToldDay>, setting: string) {
  const earlier = new Map<string, Change[]>()
  const changed: { bulletin_id: string; on_day: string; setting: string }[] = []
  for (const [id, { on, rule }] of now) {
    const known = before.get(id)
    if (known?.on === on && known.setting === setting) continue
    changed.push({ bulletin_id: id, on_day: on, setting })
    if (known !== undefined && known.setting === setting && on < known.on)
      earlier.set(id, [{ kind: 'due-earlier', of: [rule], from: known.on, to: on }])
  }
  return { earlier, changed, gone: [...before.keys()].filter((id) => !now.has(id)) }
}

/** Notices due days that have become earlier, in a database. */
export const sqlDueDays = ({ db, write, now }: Access): Pick<DueStore, 'noteDays'> => ({
  async noteDays(days, setting) {
    const seen = differences(await lastTold(db), days, setting)
    if (seen.changed.length + seen.gone.length === 0) return
    await write(
      async (tx) => {
        // Another server may have been here meanwhile.
        const { earlier, changed, gone } = differences(await lastTold(tx), days, setting)
        for (const batch of inBatches([...gone, ...changed.map(({ bulletin_id }) => bulletin_id)]))
          await tx.deleteFrom('due_day').where('bulletin_id', 'in', batch).execute()
        for (const batch of inBatches(changed)) {
          await tx.insertInto('due_day').values(batch).execute()
          await yieldToEventLoop()
        }
        const at = now().toISOString()
        // What an import makes earlier goes with it.
        await inRun(tx, { at, name: 'due', run: await openRun(tx) }, () =>
          noteChanges(tx, { at, who: 'due', document: null, by: 'source' }, earlier),
        )
      },
      seen.earlier.size === 0 ? 'quietly' : undefined,
    )
  },
})
