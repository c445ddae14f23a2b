import { createAdaptorServer } from '@hono/node-server'
import { admissionOf } from './access/admission.ts'
import { isLoopback } from './access/loopback.ts'
import { systemUser } from './access/system-user.ts'
import { buildApp } from './app.ts'
import { builtFolders } from './built-folders.ts'
import { backUpApart } from './backup/backup-process.ts'
import { scheduledBackups } from './backup/scheduled.ts'
import { readConfig } from './config.ts'
import { readContent } from './content.ts'
import { productRoot } from './product.ts'
import { hearOut } from './http/draining.ts'
import { explainStart } from './explain-start.ts'
import { makeFetcher } from './fetching/fetch-document.ts'
import { makeLog } from './logs/log.ts'
import { metricsOf } from './metrics/metrics.ts'
import { observeUnread, type AnsweredRequest } from './http/observe.ts'
import { readingProcess } from './imports/reading-process.ts'
import { servedBuild } from './rendering/load.ts'
import { seedSources, watchSources } from './sources/scheduler.ts'
import { configuredStore } from './store/configured.ts'
import { catalogueOf } from './catalogue/catalogue.ts'
import { dueDaysNoter } from './due/follow.ts'
import { fixesOf } from './fixes.ts'
import { following } from './following.ts'
import { readersOf } from './readers.ts'
import { every } from './rounds.ts'
import { version } from './version.ts'
import { weeklyHandOver } from './weekly/hand-over.ts'
import { gateLooker } from './notices/gates.ts'
import { tellingOf } from './notices/telling.ts'

const built = builtFolders(productRoot)

/** Requests under way when the server is told to stop have this long to finish, in milliseconds. */
const patience = 10_000
/** What is left of the log then has this long to be written. */
const patienceForLog = 1000

/** Where nobody reads the log any more, a write is under way for good, and no process exits with one. */
const kill = () => process.kill(process.pid, 'SIGKILL')

const [second, minute] = [1000, 60_000]

async function main() {
  const config = readConfig(process.env)
  const { host, port } = config
  const log = makeLog({ ...config.log, format: config.log.format ?? (process.stdout.isTTY ? 'text' : 'json') })
  const { report } = log
  process.once('uncaughtException', (error) => {
    log.fatal(error)
    process.exit(1)
  })
  log.info('starting', { version, node: process.versions.node })
  const store = await configuredStore(config)
  const admission = await admissionOf(config, store, systemUser())
  const content = await readContent()
  const { added } = await store.seed(content)
  await seedSources(store, content.sources)
  const now = () => new Date()
  const read = readingProcess()
  const watch = watchSources({ store, fetch: makeFetcher(config), read, list: read.list, now, report })
  const fixes = fixesOf(store)
  const catalogue = catalogueOf(store, fixes, now)
  const texts = following({ store, report, catchUp: store.search.catchUp })
  const dueDays = following({ store, report, catchUp: dueDaysNoter({ store, clock: catalogue.clock }) })
  const readers = readersOf({ store, fixes, catalogue, watch, now })
  const handOver = weeklyHandOver({ store, now })
  // What came due while the server was down is made at once; its clock may be set, and the machine may have slept.
  const issues = every(30 * second, () => readers.weekly.makeDue().then(handOver), report)
  // For links in what is sent.
  const origin = config.origin ?? `http://localhost:${port}`
  const telling = { store, catalogue, signIn: admission.signIn, config, origin, now, report }
  const { matcher, notifier } = tellingOf(telling)
  const { databaseUrl, dataDirectory } = config
  const backups = scheduledBackups({
    store,
    settings: config.backups,
    make: (file, signal) => backUpApart({ place: { databaseUrl, dataDirectory }, file }, signal),
    now,
    report,
  })
  const { handling } = readers
  const metrics = metricsOf({ store, sources: watch.list, handling, backups: backups.figures, now, ofProcess: true })
  const seen = (answered: AnsweredRequest) => {
    log.request(answered)
    metrics.request(answered)
  }
  const gates = every(minute, gateLooker({ store, plans: readers.plans }), report)
  const ageing = every(60 * minute, () => store.machines.ageOut(), report)
  const behind = [texts, dueDays, ageing, issues, notifier, gates, backups]
  const pages = await servedBuild(built)
  const stopping = new AbortController()
  const app = buildApp({
    store,
    fixes,
    catalogue,
    read,
    readInventory: read.inventory,
    watch,
    readers,
    backups,
    now,
    report,
    metrics,
    seen,
    admission,
    origin: config.origin,
    host,
    proxies: config.proxies,
    privateHosts: config.privateHosts,
    matcher,
    stopping: stopping.signal,
    ...pages,
  })

  // What a client still sends after it was answered is read by us: the library would reset its connection after half a second.
  const server = createAdaptorServer({ fetch: app.fetch, autoCleanupIncoming: false })
  if ('closeIdleConnections' in server) {
    hearOut(server)
    observeUnread(server, seen)
  }
  const stop = async (signal: string) => {
    log.info('stopping', { signal })
    stopping.abort()
    // Stops listening and ends idle connections; the callback comes when the last request is answered.
    const finished = new Promise((resolve) => server.close(resolve))
    const giveUp = setTimeout(() => {
      log.warn('requests under way are cut off, since they take too long')
      setTimeout(kill, patienceForLog)
      void log.written().then(() => process.exit(1))
    }, patience)
    // A connection over which a stream has just ended is idle only now.
    const sweep = setInterval(() => {
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    }, 100)
    await finished
    clearInterval(sweep)
    await watch.stop()
    await read.stop()
    await Promise.all(behind.map((each) => each.stop()))
    clearTimeout(giveUp)
    await store.close()
    log.info('stopped')
    // It fires only where something keeps the process.
    setTimeout(kill, patienceForLog).unref()
  }
  // A terminal and the program that started this one may both send it: the first one counts.
  let isStopping = false
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.on(name, (signal) => {
      if (!isStopping) void stop(signal)
      isStopping = true
    })
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  watch.start()
  for (const each of behind) each.start()
  // The first view of a server that was just started finds the index read, or waits for it.
  void catalogue.columns().catch(report)
  void pages.rendering?.warmUp().catch(report)
  const address = server.address()
  const listening = typeof address === 'object' && address !== null ? address.port : port
  const shownHost = host.includes(':') ? `[${host}]` : host
  if (added.length > 0) log.info(`${added.length} bulletins added`)
  if (admission.signIn !== 'single-user' && !isLoopback(host) && !config.origin?.startsWith('https:'))
    log.warn('People sign in over plain HTTP: put TLS in front, and set PUBLIC_URL to its https address.')
  if (config.mail !== null && config.origin === null)
    log.warn(`Links in mails lead to ${origin}, which only this machine can open: set PUBLIC_URL.`)
  log.info(`HotFix Report: http://${shownHost}:${listening}`, { signIn: admission.signIn })
}

await main().catch((error: unknown) => {
  process.stderr.write(`HotFix Report cannot start: ${explainStart(error, process.env)}\n`)
  process.exit(1)
})
