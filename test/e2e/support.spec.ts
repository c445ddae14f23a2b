import { expect, expectNoAxeViolations, test } from './support/page.ts'

test('a page that complains is noticed, and so is a button without a name', async ({ page, complaints }) => {
  await page.goto('/alerts')
  await page.evaluate(() => document.body.append(document.createElement('button')))
  await expect(expectNoAxeViolations(page)).rejects.toThrow(/button-name/)
  await page.evaluate(() => {
    console.warn('a warning')
    setTimeout(() => {
      throw new Error('a bug')
    })
    void fetch('http://elsewhere.invalid/').catch(() => {})
  })
  await expect.poll(() => complaints).toContainEqual('console warning: a warning')
  await expect.poll(() => complaints).toContainEqual('uncaught: a bug')
  await expect.poll(() => complaints).toContainEqual(expect.stringContaining('http://elsewhere.invalid/'))
  complaints.splice(0)
})
