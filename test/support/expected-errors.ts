import { vi } from 'vitest'

/** Runs a test whose very point is a failure: what React and the router say of it on the console is expected. */
export const withExpectedErrors = (test: () => Promise<void>) => async () => {
  const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')].map((spy) => spy.mockImplementation(() => {}))
  await test()
  for (const spy of spies) spy.mockClear()
}
