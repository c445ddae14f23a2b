import { existsSync } from 'node:fs'
import { vi } from 'vitest'
import * as z from 'zod'
import { freePort } from '../support/free-port.ts'
import { clickAt, typeText } from './actions.ts'
import { findProgram, startProgram } from './program.ts'
import { timeZone, viewport, type Engine } from './tab.ts'

const browsers = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
const findMiniBrowser = () => browsers.find((path) => existsSync(path))

const Reply = z.object({ value: z.unknown() })
const Session = z.object({ sessionId: z.string() })

/** Sends a command of W3C WebDriver. Rejects with what the driver objects. */
async function command(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  const { value } = Reply.parse(await response.json())
  if (!response.ok) throw new Error(JSON.stringify(value))
  return value
}

/** WebKitGTK, the engine of Safari, driven by WebDriver on a display that nobody sees. */
export const webkitEngine: Engine = {
  name: 'WebKit',
  needs: 'webkit2gtk-driver and xvfb',
  isInstalled: () =>
    findMiniBrowser() !== undefined && findProgram(['WebKitWebDriver']) !== null && findProgram(['Xvfb']) !== null,
  async start() {
    const port = await freePort()
    const screen = `-screen 0 ${viewport.width}x${viewport.height + 200}x24`
    const program = await startProgram(
      'xvfb-run',
      () => ['--auto-servernum', `--server-args=${screen}`, 'WebKitWebDriver', `--port=${port}`],
      {
        TZ: timeZone,
        // As root it cannot build its sandbox; the pages are our own.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        // Without a graphics card it draws twice as fast by the older way.
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      },
    )
    const driver = `http://127.0.0.1:${port}`
    await vi.waitFor(() => fetch(`${driver}/status`), { timeout: 20_000, interval: 50 })
    const { sessionId } = Session.parse(
      await command(`${driver}/session`, {
        capabilities: {
          alwaysMatch: { 'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] } },
        },
      }),
    )
    const session = `${driver}/session/${sessionId}`
    await command(`${session}/window/rect`, { ...viewport, height: viewport.height + 100 })
    return {
      open: async (url) => void (await command(`${session}/url`, { url })),
      evaluate: async (expression) =>
        String(await command(`${session}/execute/sync`, { script: `return (${expression})`, args: [] })),
      click: async (x, y) => void (await command(`${session}/actions`, { actions: clickAt(x, y) })),
      type: async (text) => void (await command(`${session}/actions`, { actions: typeText(text) })),
      close: program.end,
    }
  },
}
