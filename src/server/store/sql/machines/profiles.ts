/** What differs between machines, each once, with the platforms that are on file now. */
import type { FleetLine } from '../../../../contract/fleet.ts'
import { Platform } from '../../../../contract/platform.ts'
import { alikeLines } from '../../../../domain/fleet/joined.ts'
import { platformOfReports, type WindowsFacts, type PlatformAnswer } from '../../../../domain/machines/platform-of.ts'
import { memoizeByVersion } from '../../../memoize.ts'
import type { MachineProfile } from '../../machines.ts'
import { lastOf } from '../events.ts'
import { pagesAfter } from '../pages.ts'
import { rowsAtOnce } from '../recording.ts'
import type { Reader } from '../tables.ts'
import { machineFactsIn } from './kept.ts'

type Answering = (facts: WindowsFacts) => PlatformAnswer

/** What tells the platform of machines, by the platforms that are on file. */
export async function platformAnswers(db: Reader): Promise<Answering> {
  const platforms: Platform[] = []
  const rows = db.selectFrom('platform').selectAll().orderBy('id').limit(rowsAtOnce)
  const readAfter = (last: string) => rows.where('id', '>', last).execute()
  for await (const page of pagesAfter('', readAfter, (end) => end.id))
    for (const { document } of page) platforms.push(Platform.parse(JSON.parse(document)))
  return platformOfReports(platforms)
}

export type Profiles = {
  answers: () => Promise<Answering>
  pages: () => AsyncIterable<MachineProfile[]>
  /** The fleet lines of machines whose platform is known. */
  lines: () => Promise<FleetLine[]>
}

/** Pages of profiles in a reader: what they are follows from the platforms that `answers` knows. */
async function* profilePages(db: Reader, answers: () => Promise<Answering>): AsyncGenerator<MachineProfile[]> {
  const platformOf = await answers()
  const rows = db
    .selectFrom('machine_profile')
    .innerJoin('machine', 'machine.profile_id', 'machine_profile.id')
    .select(({ fn }) => ['machine_profile.id', 'facts', fn.count<number | string>('machine.id').as('machines')])
    .groupBy(['machine_profile.id', 'facts'])
    .orderBy('machine_profile.id')
    .limit(rowsAtOnce)
  const readAfter = (last: number) => rows.where('machine_profile.id', '>', last).execute()
  for await (const page of pagesAfter(0, readAfter, (end) => end.id))
    yield page.map(({ id, facts: text, machines }) => {
      const facts = machineFactsIn(text)
      const { platform, edition } = platformOf(facts.windows)
      return { id, facts, platform, edition, machines: Number(machines) }
    })
}

/** The fleet lines that machines make. */
export async function reportedLines(db: Reader, answers: () => Promise<Answering>): Promise<FleetLine[]> {
  const lines: FleetLine[] = []
  for await (const page of profilePages(db, answers))
    for (const { platform, edition, facts, machines } of page)
      if (platform !== null)
        lines.push({
          platform,
          edition,
          machines,
          ...(facts.reachable && { reachable: facts.reachable }),
          ...(facts.roles.length > 0 && { roles: facts.roles }),
          reported: true,
        })
  return alikeLines(lines)
}

/** The same over a database, made again when machines or platforms have changed. */
export function profilesOf(db: Reader): Profiles {
  const answers = memoizeByVersion(
    () => lastOf(db, ['bulletins']),
    () => platformAnswers(db),
  )
  const lines = memoizeByVersion(
    async () => `${await lastOf(db, ['machines'])} ${await lastOf(db, ['bulletins'])}`,
    () => reportedLines(db, answers),
  )
  return {
    answers,
    pages: () => profilePages(db, answers),
    lines: async () => ((await lastOf(db, ['machines'])) === 0 ? [] : lines()),
  }
}
