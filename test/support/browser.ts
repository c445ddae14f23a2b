import { existsSync } from 'node:fs'
import { join, delimiter } from 'node:path'
import { chromium } from '@playwright/test'

type Machine = {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  exists: (path: string) => boolean
  downloaded: string
}

const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  downloaded: chromium.executablePath(),
})

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
]

/** Where browsers are installed without being on the PATH. */
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
)
const windowsApps = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

function wellKnown({ platform, env }: Machine): string[] {
  if (platform === 'darwin') return macApps
  if (platform !== 'win32') return ['/snap/bin/chromium', '/opt/google/chrome/chrome']
  const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']]
  return roots.filter((root) => root !== undefined).flatMap((root) => windowsApps.map((app) => `${root}\\${app}`))
}

const onPath = ({ platform, env }: Machine, programs: readonly string[] = names): string[] =>
  (env['PATH'] ?? env['Path'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => programs.map((name) => join(folder, platform === 'win32' ? `${name}.exe` : name)))

const advice =
  'No browser for the end-to-end tests: install Chrome or Chromium, run `npx playwright install chromium`, or name one in HOTFIX_BROWSER.'

/**
 * The path of a Chromium-like browser: HOTFIX_BROWSER, else the system's own, else Playwright's download.
 *
 * @throws Error with one sentence that says how to get one
 */
export function findBrowser(machine: Machine = thisMachine()): string {
  const named = machine.env['HOTFIX_BROWSER']
  if (named !== undefined && named !== '') {
    if (machine.exists(named)) return named
    throw new Error(`HOTFIX_BROWSER names ${named}, and there is no such file.`)
  }
  const found = [...onPath(machine), ...wellKnown(machine), machine.downloaded].find((path) => machine.exists(path))
  if (found === undefined) throw new Error(advice)
  return found
}

/**
 * The browser of the end-to-end tests: HOTFIX_BROWSER, else the shell of Chromium that has no windows, which loads a page
 * in less than half of the time (Debian's package chromium-headless-shell), else what `findBrowser` finds.
 */
export function findHeadlessBrowser(machine: Machine = thisMachine()): string {
  const isNamed = (machine.env['HOTFIX_BROWSER'] ?? '') !== ''
  const shell = onPath(machine, ['chromium-headless-shell', 'chrome-headless-shell']).find(machine.exists)
  return isNamed || shell === undefined ? findBrowser(machine) : shell
}

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
]

/** The browser stays off the network; as root on Linux it cannot build its sandbox. */
export const browserArgs = (): string[] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
