import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { clickAt, typeText } from './actions.ts'
import { connectBidi } from './bidi.ts'
import { findProgram, startProgram, type Program } from './program.ts'
import { timeZone, viewport, type Engine } from './tab.ts'

const programs = ['firefox', 'firefox-esr']

/** It asks for updates, experiments and lists at each start: all of that goes to a proxy that is not there. */
const preferences = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'services.settings.server': 'data:,#none',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
}

function profileArgs(home: string): string[] {
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`)
  writeFileSync(join(home, 'user.js'), lines.join('\n'))
  return ['--headless', '--no-remote', '--profile', home, '--remote-debugging-port', '0', 'about:blank']
}

/** The address at which it listens, which it prints. */
async function addressOf({ process: { stderr } }: Program): Promise<string> {
  if (stderr === null) throw new Error('the output of Firefox is not piped')
  // Read on when the address is known: a full pipe would block it.
  const lines = createInterface({ input: stderr })
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const address = /^WebDriver BiDi listening on (ws:\S+)$/.exec(line)?.[1]
      if (address !== undefined) resolve(address)
    })
    lines.on('close', () => reject(new Error('Firefox ended')))
  })
}

/** Firefox, driven by WebDriver BiDi, which it speaks itself. */
export const firefoxEngine: Engine = {
  name: 'Firefox',
  needs: 'firefox or firefox-esr',
  isInstalled: () => findProgram(programs) !== null,
  async start() {
    const program = await startProgram(findProgram(programs) ?? 'firefox', profileArgs, { TZ: timeZone })
    const bidi = await connectBidi(`${await addressOf(program)}/session`)
    await bidi.send('session.new', { capabilities: {} })
    const { context } = await bidi.send('browsingContext.create', { type: 'tab' })
    await bidi.send('browsingContext.setViewport', { context, viewport })
    return {
      open: async (url) => void (await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })),
      async evaluate(expression) {
        const reply = await bidi.send('script.evaluate', { expression, target: { context }, awaitPromise: true })
        if (reply.exceptionDetails !== undefined) throw new Error(reply.exceptionDetails.text)
        return String(reply.result?.value)
      },
      click: async (x, y) => void (await bidi.send('input.performActions', { context, actions: clickAt(x, y) })),
      type: async (text) => void (await bidi.send('input.performActions', { context, actions: typeText(text) })),
      async close() {
        bidi.close()
        await program.end()
      },
    }
  },
}
