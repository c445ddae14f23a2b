/** `npm run import -- FILE|DIRECTORY|URL…`: brings documents into the database. */
import { parseArgs } from 'node:util'
import type { DocumentReport } from '../../contract/imports.ts'
import { Unreadable } from '../../feeds/feed.ts'
import { listingOf } from '../../feeds/listing.ts'
import { readConfig } from '../config.ts'
import { readContent } from '../content.ts'
import { makeFetcher } from '../fetching/fetch-document.ts'
import { lookAt } from '../sources/look.ts'
import { configuredStore } from '../store/configured.ts'
import type { Store } from '../store/store.ts'
import { filesOf, readWholeFile } from './files.ts'
import { importDocument } from './import-document.ts'
import { progressLine, terminalBar } from './progress.ts'
import { problemLines, summaryLine, totalsOf } from './report.ts'

const usage = `npm run import -- [--json] [--keep-going] FILE|DIRECTORY|URL…
  --json        prints one JSON document in place of text
  --keep-going  takes what is good of a file of bulletins, even if something in it is not`

const isUrl = (given: string) => /^https?:\/\//i.test(given)

const failed = (document: string, place: string, message: string): DocumentReport => ({
  document,
  kind: 'unknown',
  saved: [],
  problems: [{ place, rule: null, message }],
  problemCount: 1,
  warnings: [],
})

async function importFile(store: Store, file: string, keepGoing: boolean): Promise<DocumentReport> {
  try {
    return await importDocument(store, { name: file, bytes: await readWholeFile(file) }, { keepGoing })
  } catch (error) {
    if (error instanceof Unreadable) return failed(file, error.place, error.message)
    throw error
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      'keep-going': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help || positionals.length === 0) {
    console.error(usage)
    return values.help ? 0 : 2
  }
  const keepGoing = values['keep-going']
  const config = readConfig(process.env)
  const files = await filesOf(positionals.filter((given) => !isUrl(given)))
  const urls = positionals.filter(isUrl)
  const store = await configuredStore(config)
  const bar = terminalBar(process.stderr)
  const reports: DocumentReport[] = []
  const tell = (report: DocumentReport) => {
    reports.push(report)
    bar.show(progressLine(reports.length, urls.length === 0 ? files.length : null, report.document))
  }
  try {
    await store.seed(await readContent())
    for (const file of files) tell(await importFile(store, file, keepGoing))
    const fetch = makeFetcher(config)
    for (const url of urls) {
      const { stopped } = await lookAt(url, {
        fetch,
        list: async (bytes, base) => listingOf(bytes, base),
        take: (document) => importDocument(store, document, { keepGoing }),
        seen: new Map(),
        see: async () => {},
        since: null,
        report: (error) => console.error(error),
        tell,
      })
      if (stopped !== null) tell(failed(url, 'document', stopped.message))
    }
  } finally {
    bar.end()
    await store.close()
  }
  const totals = totalsOf(reports)
  if (values.json) console.log(JSON.stringify({ ...totals, documents: reports }, null, 2))
  else {
    for (const line of problemLines(reports)) console.error(line)
    console.log(summaryLine(reports))
  }
  return totals.refused > 0 ? 1 : 0
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  return 1
})
