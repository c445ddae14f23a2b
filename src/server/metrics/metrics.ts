/** The figures of the server in OpenMetrics: of its process, its requests, and what it keeps. */
import { collectDefaultMetrics, Gauge, Registry, type OpenMetricsContentType } from 'prom-client'
import type { Handling } from '../../contract/reports.ts'
import type { Source } from '../../contract/sources.ts'
import type { AnsweredRequest } from '../http/observe.ts'
import type { Store } from '../store/store.ts'
import { version } from '../version.ts'
import { figuresOfHandling, figuresOfSources, single, type Figure } from './figures.ts'
import { countRequests } from './requests.ts'

/** What scheduled backups tell of themselves: when the last one was made that is good, in milliseconds; null before the first. */
export type BackupFigures = { lastGoodAt: number | null; failures: number }

type Deps = {
  store: Pick<Store, 'count' | 'imports' | 'outbox'>
  sources: () => Promise<readonly Source[]>
  /** How the team handles what comes in: made once for each change. */
  handling: { report: () => Promise<Handling> }
  /** Null where no backups are scheduled. */
  backups?: (() => Promise<BackupFigures | null>) | undefined
  now: () => Date
  /** Whether the figures of this process are shown: memory, event loop, garbage collection. */
  ofProcess?: boolean
}

export type Metrics = {
  contentType: string
  request: (answered: AnsweredRequest) => void
  /** All figures as text. */
  text: () => Promise<string>
}

const minute = 60_000

function openMetrics(): Registry<OpenMetricsContentType> {
  const registry = new Registry<OpenMetricsContentType>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  return registry
}

/** Shows a figure; one of which nothing is known is left out, since 0 would be said of it. */
function show(registry: Registry<OpenMetricsContentType>, { name, help, labels = [], values }: Figure): void {
  const known = values.flatMap(({ labels: of = {}, value }) => (value === null ? [] : [{ of, value }]))
  if (known.length === 0) return
  const gauge = new Gauge({ name, help, labelNames: [...labels], registers: [registry] })
  for (const { of, value } of known) gauge.set(of, value)
}

export function metricsOf({ store, sources, handling, backups, now, ofProcess = false }: Deps): Metrics {
  const registry = openMetrics()
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const request = countRequests(registry)
  show(registry, {
    name: 'hotfix_build_info',
    help: 'The version that runs.',
    labels: ['version', 'node'],
    values: [{ labels: { version, node: process.versions.node }, value: 1 }],
  })

  let handled: Handling | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  /** What was worked out from all alerts last; null before the first time. It is made behind the answer, at most once a minute. */
  function handledSoFar(): Handling | null {
    const isFresh = handled !== null && performance.now() - askedAt < minute
    if (isFresh) return handled
    askedAt = performance.now()
    handling.report().then(
      (report) => (handled = report),
      // The next caller tries again.
      () => {},
    )
    return handled
  }

  async function kept(): Promise<Figure[]> {
    const [bulletins, imports, notices, watched, backup] = await Promise.all([
      store.count(),
      store.imports.figures(),
      store.outbox.figures(),
      sources(),
      backups?.() ?? null,
    ])
    const dueFor = notices.dueSince === null ? 0 : Math.max(0, (now().getTime() - Date.parse(notices.dueSince)) / 1000)
    const lastImport = imports.lastAt === null ? null : Date.parse(imports.lastAt) / 1000
    return [
      single('hotfix_bulletins', 'Bulletins on file.', bulletins),
      single('hotfix_imports', 'Imports on file that have changed something.', imports.count),
      single('hotfix_import_last_timestamp_seconds', 'When an import changed something last.', lastImport),
      {
        name: 'hotfix_outbox_notices',
        help: 'Notices on file by state; retrying ones are among those that wait.',
        labels: ['state'],
        values: [
          { labels: { state: 'waiting' }, value: notices.waiting },
          { labels: { state: 'retrying' }, value: notices.retrying },
          { labels: { state: 'sent' }, value: notices.sent },
          { labels: { state: 'failed' }, value: notices.givenUp },
        ],
      },
      single('hotfix_outbox_oldest_due_seconds', 'For how long the first notice has been due that waits.', dueFor),
      ...figuresOfSources(watched),
      ...(backup === null
        ? []
        : [
            single(
              'hotfix_backup_last_good_timestamp_seconds',
              'When the last backup was made that was restored for a check.',
              backup.lastGoodAt === null ? null : backup.lastGoodAt / 1000,
            ),
            single('hotfix_backup_failures', 'Scheduled backups that have failed since one was good.', backup.failures),
          ]),
    ]
  }

  /** What counts as it goes, and after it what is read now. */
  async function make(): Promise<string> {
    const now = openMetrics()
    const all = handledSoFar()
    for (const figure of [...(await kept()), ...(all === null ? [] : figuresOfHandling(all))]) show(now, figure)
    return (await registry.metrics()).replace(/# EOF\n$/, '') + (await now.metrics())
  }

  let underWay: Promise<string> | null = null
  return {
    contentType: registry.contentType,
    request,
    // Who asks meanwhile has the same text.
    text: () => (underWay ??= make().finally(() => (underWay = null))),
  }
}
