/** `npm run import -- FILE|DIRECTORY|URL…`: brings documents into the database. */
import { parseArgs } from 'node:util'
import type { DocumentReport } from '../../contract/imports.ts'
import { Unreadable } from '../../feeds/feed.ts'
import { readConfig } from '../config.ts'
import { commandLine } from '../product.ts'
import { readContent } from '../content.ts'
import { makeFetcher, type Fetcher } from '../fetching/fetch-document.ts'
import { crawl } from '../sources/crawl.ts'
import { configuredStore } from '../store/configured.ts'
import { isPassing } from '../store/engines/unavailable.ts'
import type { Store } from '../store/store.ts'
import { filesOf, readWholeFile } from '../imports/files.ts'
import { importDocument } from '../imports/import-document.ts'
import { importRun, type ImportRun } from '../imports/run.ts'
import { progressLine, terminalBar } from './progress.ts'
import { readingProcess, type ReadingProcess } from '../imports/reading-process.ts'
import { problemLines, summaryLine, totalsOf } from '../imports/report.ts'
import { exitAfter } from './command.ts'
import { errorMessage } from '../error-text.ts'

const usage = `${commandLine('import', '[--json] [--keep-going] FILE|DIRECTORY|URL…')}
  --json        prints one JSON document in place of text
  --keep-going  takes what is good of a file of bulletins, even if something in it is not`

type PassedOver = { document: string; reason: string }

const isUrl = (given: string) => /^https?:\/\//i.test(given)

const failed = (document: string, error: unknown): DocumentReport => ({
  document,
  kind: 'unknown',
  saved: [],
  problems: [
    {
      place: error instanceof Unreadable ? error.place : 'document',
      rule: null,
      message: errorMessage(error),
    },
  ],
  problemCount: 1,
  warnings: [],
})

/** The files that are to be read, what was passed over in folders, and what could not be looked at. */
async function found(paths: readonly string[]) {
  const [files, passedOver, reports]: [string[], PassedOver[], DocumentReport[]] = [[], [], []]
  for (const path of paths) {
    try {
      for (const { file, passedOver: reason } of await filesOf(path)) {
        if (reason === null) files.push(file)
        else passedOver.push({ document: file, reason })
      }
    } catch (error) {
      reports.push(failed(path, error))
    }
  }
  return { files, passedOver, reports }
}

type Run = {
  store: Store
  read: ReadingProcess
  run: ImportRun
  keepGoing: boolean
  tell: (report: DocumentReport) => void
}

/** Brings in files; one that cannot be read is told, and the next one is read. */
async function importFiles(files: readonly string[], { store, read, run, keepGoing, tell }: Run) {
  for (const file of files) {
    try {
      const bytes = await readWholeFile(file)
      tell(await importDocument(store, { name: file, bytes }, { keepGoing, read, run: await run.number() }))
    } catch (error) {
      tell(failed(file, error))
      // Where nothing can be kept at the moment, nothing that comes after it can.
      if (isPassing(error)) return
    }
  }
}

async function importUrls(urls: readonly string[], fetch: Fetcher, { store, read, run, keepGoing, tell }: Run) {
  for (const url of urls) {
    const { stopped } = await crawl(url, {
      fetch,
      list: read.list,
      take: async (document) => importDocument(store, document, { keepGoing, read, run: await run.number() }),
      seen: new Map(),
      see: async () => {},
      since: null,
      report: (error) => console.error(error),
      tell,
    })
    if (stopped !== null) tell(failed(url, stopped))
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
  const config = readConfig(process.env)
  const urls = positionals.filter(isUrl)
  const { files, passedOver, reports } = await found(positionals.filter((given) => !isUrl(given)))
  const [store, read] = [await configuredStore(config), readingProcess()]
  const report = (error: unknown) => console.error(error)
  const run = importRun({ store, name: commandLine('import'), report })
  const bar = terminalBar(process.stderr)
  const all = urls.length === 0 ? reports.length + files.length : null
  const tell = (report: DocumentReport) => {
    reports.push(report)
    bar.show(progressLine(reports.length, all, report.document))
  }
  try {
    await store.seed(await readContent())
    const means = { store, read, run, keepGoing: values['keep-going'], tell }
    await importFiles(files, means)
    await importUrls(urls, makeFetcher(config), means)
  } finally {
    bar.end()
    await run.end().catch(report)
    await read.stop()
    await store.close()
  }
  const totals = totalsOf(reports)
  if (values.json) console.log(JSON.stringify({ ...totals, documents: reports, passedOver }, null, 2))
  else {
    for (const { document, reason } of passedOver) console.error(`${document}: passed over: ${reason}`)
    for (const line of problemLines(reports)) console.error(line)
    console.log(reports.length === 0 ? 'no document was found' : summaryLine(reports))
  }
  return totals.refused > 0 || reports.length === 0 ? 1 : 0
}

await exitAfter(main)
