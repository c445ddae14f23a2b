import { describe, expect, it } from 'vitest'
import { findBrowser, findHeadlessBrowser } from '../support/browser.ts'

/** A machine on which only the given files exist. */
const machine = (platform: NodeJS.Platform, env: Record<string, string>, ...files: string[]) => ({
  platform,
  env,
  exists: (path: string) => files.includes(path),
  downloaded: '/cache/chrome',
})

const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const windowsEdge = String.raw`C:\Programs\Microsoft\Edge\Application\msedge.exe`

describe('the browser of the end-to-end tests', () => {
  it.each([
    {
      where: 'in HOTFIX_BROWSER',
      on: machine('linux', { HOTFIX_BROWSER: '/my/chrome', PATH: '/bin' }, '/my/chrome', '/bin/chromium'),
      is: '/my/chrome',
    },
    {
      where: 'on the PATH',
      on: machine('linux', { PATH: '/bin' }, '/bin/chromium', '/cache/chrome'),
      is: '/bin/chromium',
    },
    { where: 'among the apps of a Mac', on: machine('darwin', {}, macChrome), is: macChrome },
    {
      where: 'among the programs of Windows',
      on: machine('win32', { 'ProgramFiles(x86)': String.raw`C:\Programs` }, windowsEdge),
      is: windowsEdge,
    },
    { where: 'where Playwright keeps its own', on: machine('linux', {}, '/cache/chrome'), is: '/cache/chrome' },
  ])('is found $where', ({ on, is }) => expect(findBrowser(on)).toBe(is))

  it('is the shell without windows where there is one, and none is named', () => {
    const files = ['/bin/chromium', '/bin/chromium-headless-shell', '/my/chrome']
    expect(findHeadlessBrowser(machine('linux', { PATH: '/bin' }, ...files))).toBe('/bin/chromium-headless-shell')
    expect(findHeadlessBrowser(machine('linux', { PATH: '/bin' }, '/bin/chromium'))).toBe('/bin/chromium')
    expect(findHeadlessBrowser(machine('linux', { PATH: '/bin', HOTFIX_BROWSER: '/my/chrome' }, ...files))).toBe(
      '/my/chrome',
    )
  })

  it('is asked for in one sentence where there is none', () => {
    expect(() => findBrowser(machine('linux', { PATH: '/bin' }))).toThrow(
      /^No browser .*`npx playwright install chromium.*\.$/,
    )
  })

  it('must exist where HOTFIX_BROWSER names it', () => {
    expect(() => findBrowser(machine('linux', { HOTFIX_BROWSER: '/gone' }, '/cache/chrome'))).toThrow('/gone')
  })
})
