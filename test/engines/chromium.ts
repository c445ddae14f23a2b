import { chromium } from '@playwright/test'
import { browserArgs, findBrowser } from '../support/browser.ts'
import { timeZone, viewport, type Engine } from './tab.ts'

function isInstalled(): boolean {
  try {
    return findBrowser() !== ''
  } catch {
    return false
  }
}

/** Chrome, Chromium or Edge, driven by Playwright. */
export const chromiumEngine: Engine = {
  name: 'Chromium',
  needs: 'Chrome, Chromium or Edge',
  isInstalled,
  async start() {
    const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() })
    const page = await browser.newPage({ timezoneId: timeZone, viewport })
    return {
      open: async (url) => void (await page.goto(url)),
      evaluate: async (expression) => String(await page.evaluate(expression)),
      click: (x, y) => page.mouse.click(x, y),
      type: (text) => page.keyboard.type(text),
      close: () => browser.close(),
    }
  },
}
