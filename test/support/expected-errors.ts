import { vi } from 'vitest'

/** Runs a test whose very point is a failure: what React and the router say of it on the console is expected. */
export const withExpectedErrors =
  <Given extends unknown[]>(test: (...given: Given) => Promise<void>) =>
  async (...given: Given) => {
    const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')].map((spy) => spy.mockImplementation(() => {}))
    await test(...given)
    for (const spy of spies) spy.mockClear()
  }
