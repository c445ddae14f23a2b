/** What everybody does with the product, in each of the three browser engines. Build first. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type Server } from '../support/server-process.ts'
import { chromiumEngine } from './chromium.ts'
import { firefoxEngine } from './firefox.ts'
import { pageIn } from './page.ts'
import { webkitEngine } from './webkit.ts'

const engines = [chromiumEngine, firefoxEngine, webkitEngine]
const isOptional = process.env['CI'] === undefined
const left = engines.filter(({ isInstalled }) => isOptional && !isInstalled())
for (const { name, needs } of left) console.log(`${name} is left out: install ${needs} to test it too.`)

describe.each(engines.filter((engine) => !left.includes(engine)))('in $name', (engine) => {
  const ends: (() => Promise<unknown>)[] = []
  let server: Server
  let page: ReturnType<typeof pageIn>
  const start = async () => {
    const data = await mkdtemp(join(tmpdir(), 'hotfix-engines-'))
    ends.push(() => rm(data, { recursive: true }))
    const started = await startServer(data)
    ends.push(() => (started.process.kill('SIGTERM'), started.ended))
    return started
  }
  beforeAll(async () => {
    if (!engine.isInstalled()) throw new Error(`${engine.name} is not installed: it needs ${engine.needs}`)
    server = await start()
    const tab = await engine.start()
    ends.push(tab.close)
    page = pageIn(tab, server.url)
    await page.open('/alerts')
    await page.speak('en')
  })
  afterAll(async () => {
    for (const end of ends.toReversed()) await end()
  })

  it('a reader opens an alert from the list, and comes back', async () => {
    await page.open('/alerts')
    await page.expectToSee('h1', '23')
    await page.click('article[aria-label="MS05-019"] a', 'TCP/IP')
    await page.expectAddress(/^\/bulletins\/MS05-019$/)
    await page.expectToSee('h1', 'TCP/IP')
    await page.expectToSee('main', 'CAN-2005-0048')
    await page.back()
    await page.expectCount('article', 23)
  })

  it('filters and search narrow the list, and the address says how', async () => {
    await page.open('/alerts')
    await page.click('input[type=checkbox]', 'Immediate')
    await page.expectAddress(/^\/alerts\?urgency=immediate$/)
    await page.fill('input[type=search]', '', 'TCP')
    await page.expectCount('article', 1)
    await page.expectAddress(/^\/alerts\?urgency=immediate&q=TCP$/)
  })

  it('a status is saved, stays, and is in the activity of the alert', async () => {
    await page.open('/alerts?q=TCP')
    await page.click('button', 'Triage of MS05-019')
    await page.click('dialog label', 'Assessing')
    await page.fill('dialog textarea', 'Note', 'on the test machine')
    await page.click('dialog button', 'Save')
    await page.expectToSee('[role=status]', 'MS05-019 is now “Assessing”')
    await page.open('/bulletins/MS05-019')
    await page.expectToSee('#triage', 'on the test machine')
    await page.expectToSee('#record', 'Assessing')
  })

  it('what another person does is seen without reloading', async () => {
    await page.open('/bulletins/MS05-018')
    await page.expectToSee('#record')
    const sent = await fetch(`${server.url}/api/bulletins/MS05-018/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ text: 'works on the pilot' }),
    })
    expect(sent.ok).toBe(true)
    await page.expectToSee('#record', 'works on the pilot')
  })

  it('a rollout is planned from an alert', async () => {
    await page.open('/bulletins/MS05-019')
    await page.click('#triage a', 'Plan the rollout')
    await page.expectAddress(/^\/rollout\?plan=1;b:MS05-019;r:10;z:Asia\/Tokyo;s:\d{4}-\d\d-\d\d;k:24$/)
    await page.fill('input', 'Windows 2000 SP3', '500')
    await page.expectToSee('dd', '1\u00a0h\u00a044\u00a0min')
    await page.expectToSee('main svg', '')
  })
})
