/** `npm run import -- FILE|DIRECTORY…`: brings documents into the database. */
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { readContent } from '../content.ts'
import { sqliteStore } from '../store/sqlite.ts'
import { filesOf, importFiles, type FileReport } from './import-files.ts'
import { problemLines, summaryLine, totalsOf } from './report.ts'

const usage = `npm run import -- [--json] [--keep-going] FILE|DIRECTORY…
  --json        prints one JSON document in place of text
  --keep-going  takes what is good of a file of bulletins, even if something in it is not`

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
  const files = await filesOf(positionals)
  const store = await sqliteStore(readConfig(process.env).dataDirectory)
  const reports: FileReport[] = []
  try {
    await store.seed(await readContent())
    for await (const report of importFiles(store, files, { keepGoing: values['keep-going'] })) {
      reports.push(report)
      if (process.stderr.isTTY) process.stderr.write(`\r${reports.length}/${files.length} ${report.file}\u001B[K`)
    }
  } finally {
    await store.close()
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
  const totals = totalsOf(reports)
  if (values.json) console.log(JSON.stringify({ ...totals, files: reports }, null, 2))
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
