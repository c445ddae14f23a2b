import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { FleetLine } from '../../../src/contract/fleet.ts'
import { importMsrcCvrf } from '../../../src/feeds/msrc-cvrf/import.ts'
// The pages come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/fixes/PlatformPage.tsx'
import '../../../src/web/matrix/MatrixPage.tsx'
import '../../../src/web/rollout/RolloutPage.tsx'
import { june, may, products } from '../../domain/fixes/months.ts'
import { cvrf } from '../../feeds/cvrf.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
const severities = Object.fromEntries(Object.keys(products).map((id) => [id, 'Low']))
const { platforms } = await importMsrcCvrf(cvrf({ products, flaws: [{ cve: 'CVE-2026-1', severities }] }))
await store.save({ platforms, bulletins: await may() }, 'Ito')
await store.save({ platforms: [], bulletins: await june() }, 'Ito')
mockApiForFile(store)

const of = (platform: string): FleetLine => ({ platform, edition: null, machines: 10 })
async function given(...lines: FleetLine[]) {
  const { version } = await store.fleet.current()
  await store.fleet.set(version, lines, 'Ito')
}

const panel = async (name: string | RegExp) =>
  within((await screen.findByRole('heading', { name })).parentElement as HTMLElement)

describe('a bulletin', () => {
  it('says on which of our platforms it is to be installed, and judges by that', async () => {
    await given(of('windows-11.24h2'))
    renderAt('/bulletins/KB5100011')
    const fixes = await panel('What to install and how to check it')
    expect(await fixes.findByText('Windows 11 24H2')).toBeDefined()
    expect(fixes.getByText('install')).toBeDefined()
    expect(fixes.getByText('the newest of 2')).toBeDefined()
    expect(await screen.findByText('to be installed on 1 of our platforms')).toBeDefined()
  })

  it('names the newer one that contains it', async () => {
    await given(of('windows-11.24h2'))
    renderAt('/bulletins/KB5100001')
    const fixes = await panel('What to install and how to check it')
    expect(await fixes.findByText('KB5100011 replaces it')).toBeDefined()
    expect(fixes.getByRole('link', { name: 'KB5100011' })).toBeDefined()
    expect(await screen.findByText('on 1 contained in KB5100011')).toBeDefined()
  })

  it('that is a hotpatch tells what it is in place of, and doubts the restart', async () => {
    await given(of('windows-11.24h2'))
    renderAt('/bulletins/KB5100012')
    const fixes = await panel('What to install and how to check it')
    expect(await fixes.findByText('hotpatch in place of KB5100011, for enrolled machines')).toBeDefined()
    expect(fixes.getByText(/^the source says that a restart is required/)).toBeDefined()
  })

  it('is for none of ours where the fleet has none of its platforms', async () => {
    await given(of('windows-server-2016'))
    renderAt('/bulletins/KB5100011')
    expect(
      await (
        await panel('What to install and how to check it')
      ).findByText('It is for none of the platforms of the fleet.'),
    ).toBeDefined()
  })
})

describe('a platform', () => {
  it('has one fix to install, and folds what that contains; programs come apart', async () => {
    renderAt('/platforms/windows-10.1607')
    expect(await screen.findByText('To install: KB5100013')).toBeDefined()
    expect((await panel('What to install')).getByText('1 update contained')).toBeDefined()
    expect((await panel(/^Programs on this OS/)).getByText('KB5100016')).toBeDefined()
  })
})

describe('the matrix', () => {
  it('marks what is to be installed on our machines, and leads to the platform', async () => {
    await given(of('windows-11.24h2'))
    renderAt('/matrix?platform=windows-11')
    const marked = (id: string, state: string) =>
      screen.findByRole('link', { name: `${id}, Windows 11 24H2: Important, ${state}` })
    expect(await marked('KB5100011', 'install, open')).toBeDefined()
    expect(await marked('KB5100012', 'alternative')).toBeDefined()
    expect(await marked('KB5100001', 'contained')).toBeDefined()
    const head = screen.getByRole('link', { name: /\d machines$/ })
    expect(head.getAttribute('href')).toBe('/platforms/windows-11.24h2')
  })
})

describe('the matrix of a release', () => {
  it('opens with the newest, and keeps what an address asks for beside it', async () => {
    await given()
    const newest =
      (await store.summaries())
        .flatMap(({ releases }) => releases)
        .toSorted()
        .at(-1) ?? ''
    const { address } = renderAt('/matrix')
    await waitFor(() => expect(address()).toBe(`/matrix?release=${newest}`))
    await userEvent.click(await screen.findByRole('radio', { name: /^Any release / }))
    await waitFor(() => expect(address()).toBe('/matrix?scope=all'))
  })

  it('leaves an address as it is that asks for anything', async () => {
    const { address } = renderAt('/matrix?severity=1')
    expect(await screen.findByText(/^All releases/)).toBeDefined()
    expect(address()).toBe('/matrix?severity=1')
  })
})

describe('a plan', () => {
  it('counts no fix on machines for which another one of the plan is enough, and says so', async () => {
    await given()
    renderAt('/rollout?plan=1;b:KB5100001,KB5100011,KB5100012;m:windows-11.24h2:5')
    expect(
      await screen.findByText(/KB5100012 is not counted on Windows 11 24H2: it is an alternative to KB5100011/),
    ).toBeDefined()
    expect(
      screen.getByText(/KB5100001 is not counted on Windows 11 24H2: KB5100011, which is planned too/),
    ).toBeDefined()
    expect(await screen.findByText(/^1 alert on 5 machines: starts /)).toBeDefined()
  })
})
