import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = join('..', 'shared', 'data')

/** Documents as their publishers wrote them, which are not part of the project: where those of a publisher are. */
export const realFolder = (publisher = '') => join(folder, publisher)

/** Whether they are there, and there is time for them: `npm run check` does without. */
export const hasRealDocuments = existsSync(folder) && process.env['HOTFIX_CHECK'] !== 'quick'

/** The files of a publisher whose names end so; none where there are none. */
export const realFiles = (publisher: string, ending = ''): string[] =>
  hasRealDocuments
    ? readdirSync(realFolder(publisher), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(ending))
        .toSorted()
        .map((name) => join(realFolder(publisher), name))
    : []
