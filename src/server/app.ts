import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { catalogueOf, type Catalogue } from './catalogue/catalogue.ts'
import { makeFetcher } from './fetching/fetch-document.ts'
import {
  keepPrivate,
  refuseForeignHosts,
  refuseForeignWrites,
  refuseNullCharacters,
  refuseOtherDomains,
} from './http/guard.ts'
import { locate } from './access/address.ts'
import { authorize } from './access/authorize.ts'
import { wayOf, type Admission } from './access/admission.ts'
import { identify, authenticatorOf } from './access/identify.ts'
import { leadToSignIn } from './access/lead-to-sign-in.ts'
import { orThisMachine } from './access/this-machine.ts'
import { limitWrites } from './access/limit-writes.ts'
import { noticesOf } from './access/rate-limited-audit.ts'
import { defaultRateLimits, type RateLimits } from './access/limits.ts'
import { passwordsOf, type Passwords } from './access/passwords.ts'
import { passwordTrials } from './access/try-password.ts'
import type { AppEnv } from './access/principal.ts'
import { sessionsOf } from './access/sessions.ts'
import type { DocumentReader } from './imports/import-document.ts'
import { readHere, readInventoryHere } from './imports/read-here.ts'
import type { InventoryReader } from './imports/read-inventory.ts'
import { scheduledBackups, type ScheduledBackups } from './backup/scheduled.ts'
import { markMissing } from './http/missing-pages.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { Report } from './logs/log.ts'
import { observe, type AnsweredRequest } from './http/observe.ts'
import { fixesOf, type Fixes } from './fixes.ts'
import { lifecyclesOf } from './lifecycles.ts'
import { allRoutes } from './routes/all.ts'
import { refusedField } from './routes/problems.ts'
import { matcherOf, type Matcher } from './notices/matcher.ts'
import { recipientsOf } from './notices/recipients.ts'
import { previewer } from './notices/preview.ts'
import { privateOrigins } from './fetching/private-origins.ts'
import { calendarsOf } from './calendar/calendars.ts'
import { readersOf, type Readers } from './readers.ts'
import { watchSources, type Watch } from './sources/scheduler.ts'
import { isPassing, unavailableWords } from './store/engines/unavailable.ts'
import { IdempotencyKeyReused } from './store/idempotency-key-reused.ts'
import type { Store } from './store/store.ts'
import { Refused, sendProblem } from './http/problem.ts'
import type { AnswerRequest } from './rendering/ask-app.ts'
import { firstViews } from './rendering/first-view.ts'
import type { Rendering } from './rendering/load.ts'
import { allowStyles } from './rendering/style-policy.ts'

type Deps = {
  store: Store
  /** What is to be installed, and what lists are answered from: of this store, where another part of the server has them. */
  fixes?: Fixes
  catalogue?: Catalogue
  /** Answers every path outside the API: the built pages. */
  site?: MiddlewareHandler<AppEnv>
  /** Renders first views of these pages. */
  rendering?: Rendering
  /** Reads documents that are brought in: here, unless they are read in a process of their own. */
  read?: DocumentReader
  readInventory?: InventoryReader
  /** The addresses that are watched. */
  watch?: Watch
  readers?: Readers
  /** Backups on a schedule: none, unless said otherwise. */
  backups?: ScheduledBackups
  /** Told of errors that are no fault of the caller. */
  report?: Report
  /** Told of each request from outside, once it is answered. */
  seen?: (answered: AnsweredRequest) => void
  /** The figures of the server; none are shown where nobody keeps them. */
  metrics?: Pick<Metrics, 'text' | 'contentType'> | null
  /** The clock, by which exports are dated. */
  now?: () => Date
  /** Who is let in: a single user, unless said otherwise. */
  admission?: Admission
  /** Where people reach this server, such as `https://hotfix.example`; null for wherever they do. */
  origin?: string | null
  /** On which address this server listens: on that of this machine, unless said otherwise. */
  host?: string
  /** How many proxies of ours are in front; none, unless said otherwise. */
  proxies?: number
  limits?: RateLimits
  /** What of the own network may be asked all the same (`ALLOW_PRIVATE_HOSTS`): nothing, unless said otherwise. */
  privateHosts?: readonly string[]
  /** What subscriptions are told, of this store, where another part of the server has it. */
  matcher?: Matcher
  /** What passwords are kept with: at its usual cost, unless said otherwise. */
  passwords?: Passwords
  /** Ends what would else go on for as long as pages are open. */
  stopping?: AbortSignal
}

const security = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
  xFrameOptions: 'DENY',
  // It holds for all ports of a host, so that it is decided where TLS is set up, in front.
  strictTransportSecurity: false,
})

/** The server as a function of requests: no port, no clock and no file is known here. */
export function buildApp({
  store,
  site,
  rendering,
  report = () => {},
  seen = () => {},
  metrics = null,
  now = () => new Date(),
  fixes = fixesOf(store),
  catalogue = catalogueOf(store, fixes, now),
  read = readHere,
  readInventory = readInventoryHere,
  watch = watchSources({ store, fetch: makeFetcher(), read, now, report }),
  readers = readersOf({ store, fixes, catalogue, watch, now }),
  backups = scheduledBackups({
    store,
    settings: null,
    make: () => Promise.reject(new Error('no folder is set')),
    now,
    report,
  }),
  admission = { signIn: 'single-user', user: 'local' },
  origin = null,
  host = '127.0.0.1',
  proxies = 0,
  limits = defaultRateLimits(),
  privateHosts = [],
  matcher = matcherOf({ store, catalogue, signIn: admission.signIn, tlp: 'never' }),
  passwords = passwordsOf(),
  stopping = new AbortController().signal,
}: Deps) {
  const app = new OpenAPIHono<AppEnv>()
  app.use(observe({ proxies, seen }))
  app.use(allowStyles)
  app.use(security)
  app.use(locate(proxies))
  if (admission.signIn === 'single-user') app.use(refuseForeignHosts)
  else if (origin !== null) app.use(refuseOtherDomains(origin))
  const isSecure = origin?.startsWith('https:') ?? false
  const sessions = sessionsOf(store, { now, isSecure, way: wayOf(admission) })
  const notice = noticesOf({ store, limits })
  const authenticate = authenticatorOf({ store, admission, sessions, now })
  app.use('/api/*', keepPrivate)
  app.use('/api/*', refuseNullCharacters)
  app.use('/api/*', identify(authenticate, notice))
  app.use('/metrics', keepPrivate)
  app.use('/metrics', identify(orThisMachine(authenticate, { host, origin, proxies }), notice))
  app.use('/api/*', refuseForeignWrites(origin, notice))
  // Who works alone slows down nobody else, and may run programs that set thousands of states.
  if (admission.signIn !== 'single-user') app.use('/api/*', limitWrites(limits.write, notice))
  const asksProof = admission.signIn === 'accounts' || (admission.signIn === 'openid' && admission.openId.asksProof)
  const answer: AnswerRequest = async (request, connection) => app.fetch(request, connection)
  const plain = site && markMissing(site, answer)
  const pages = plain && rendering ? firstViews({ ...rendering, site: plain, answer, now, report }) : plain
  const isClosed = admission.signIn !== 'single-user' && admission.anonymous === null
  app.use(authorize({ site: pages && isClosed ? leadToSignIn(pages, answer) : pages, notice, now, asksProof }))
  const calendars = calendarsOf({ store, catalogue, plans: readers.plans, now })
  const services = {
    ...readers,
    store,
    fixes,
    catalogue,
    watch,
    backups,
    calendars,
    read,
    readInventory,
    admission,
    authenticate,
    sessions,
    passwords,
    limits,
    notice,
    origin,
    isSecure,
    metrics,
    report,
    stopping,
    now,
    clock: catalogue.clock,
    lifecycles: lifecyclesOf({ store, now }),
    trial: passwordTrials({ passwords, limits }),
    preview: previewer({ store, matcher, now }),
    recipients: recipientsOf({ store, signIn: admission.signIn }),
    isOwnHost: privateOrigins(privateHosts),
  }
  for (const routes of allRoutes(services)) app.route('/', routes)
  const soon = { 'retry-after': '5' }
  app.onError((error, c) => {
    // What could not be read of a request: JSON that is none.
    if (error instanceof HTTPException && error.status < 500)
      return sendProblem(c, error.status, { code: 'invalid', message: error.message })
    if (error instanceof Refused) return sendProblem(c, error.status, error.problem, error.headers)
    if (error instanceof IdempotencyKeyReused)
      return sendProblem(c, 400, refusedField('Idempotency-Key', error.message))
    const requestId = c.get('requestId')
    report(error, requestId)
    if (isPassing(error))
      return sendProblem(c, 503, { code: 'unavailable', message: unavailableWords(error), requestId }, soon)
    return sendProblem(c, 500, { code: 'unexpected', message: 'something went wrong on the server', requestId })
  })
  return app
}
