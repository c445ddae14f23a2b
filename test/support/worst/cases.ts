/** Requests that are as much work as anybody can make of one. */
import { advisory } from '../../feeds/advisory.ts'
import type { Bulletin } from '../../../src/contract/bulletin.ts'

export type Case = {
  name: string
  method: 'GET' | 'POST' | 'PUT'
  path: string
  body?: () => string
  /** How often it is sent at once. */
  times?: number
}

const mebibyte = 1024 * 1024

/** Repeats a piece up to so many MiB. */
const filled = (piece: string, mebibytes: number) => piece.repeat(Math.floor((mebibytes * mebibyte) / piece.length))

function advisoryWith(note: string): string {
  const written = advisory()
  written.document.notes = [{ category: 'summary', text: note }]
  return JSON.stringify(written)
}

function productsOf(count: number): string {
  const written = advisory()
  const ids = Array.from({ length: count }, (_, at) => `X${at}`)
  written.product_tree.full_product_names = ids.map((id) => ({ name: `Product ${id}`, product_id: id }))
  written.product_tree.product_groups = []
  written.product_tree.relationships = []
  written.vulnerabilities = [
    {
      ...written.vulnerabilities[0],
      cve: 'CVE-2031-1',
      product_status: { known_affected: ids, fixed: [] },
      scores: [],
      remediations: [],
      threats: [],
    },
  ] as unknown as typeof written.vulnerabilities
  return JSON.stringify(written)
}

const platform = (at: number) =>
  JSON.stringify({
    id: `p${at}`,
    family: 'F',
    version: null,
    variant: null,
    label: { en: `F ${at}` },
    kind: 'unknown',
    supportEndsOn: null,
  })

const kev = (count: number) =>
  JSON.stringify({
    catalogVersion: '2031.01.01',
    vulnerabilities: Array.from({ length: count }, (_, at) => ({
      cveID: `CVE-2031-${1000 + at}`,
      dateAdded: '2031-01-01',
    })),
  })

const post = (body: () => string) => ({ method: 'POST', path: '/api/imports', body }) as const
const coverage = (csv: () => string) =>
  ({ method: 'POST', path: '/api/bulletins/B-1/coverage', body: () => JSON.stringify({ csv: csv() }) }) as const
const triage = (body: () => string) => ({ method: 'PUT', path: '/api/triage', body }) as const
const get = (path: string, times = 1): Case => ({
  name: `${times > 1 ? `${times} × ` : ''}GET ${path}`,
  method: 'GET',
  path,
  times,
})

/** `large`: a bulletin; `ids`: of all that are on file. */
export const casesFor = (large: Bulletin, ids: readonly string[]): Case[] => [
  { name: 'import: 350,000 empty objects', ...post(() => '{}\n'.repeat(350_000)) },
  { name: 'import: 68,000 objects with a wrong id', ...post(() => '{"urgency":1}\n'.repeat(68_000)) },
  { name: 'import: 7.6 MiB of numbers', ...post(() => `[${filled('1,', 7.6)}1]`) },
  { name: 'import: <a><i> × 100,000 in a note', ...post(() => advisoryWith('<a href=x><i>w '.repeat(100_000))) },
  { name: 'import: <div> × 20,000 in a note', ...post(() => advisoryWith('<div>'.repeat(20_000))) },
  { name: 'import: CSAF with 20,000 products', ...post(() => productsOf(20_000)) },
  {
    name: 'import: 130,000 platforms',
    ...post(() => Array.from({ length: 130_000 }, (_, at) => platform(at)).join('\n')),
  },
  { name: 'import: KEV with 200,000 entries', ...post(() => kev(200_000)) },
  {
    name: 'import: a bulletin of 30 MiB',
    ...post(() => JSON.stringify({ ...large, analysis: { en: filled('text ', 30) } })),
  },
  {
    name: 'import: a bulletin of 3.5 MiB',
    ...post(() => JSON.stringify({ ...large, analysis: { en: filled('text ', 3.5) } })),
  },
  { name: 'import: 60 MiB of XML elements', ...post(() => `<a>${filled('<a/>', 60)}</a>`) },
  { name: 'import: 60 MiB of JSON lists', ...post(() => `[${filled('[],', 60)}[]]`) },
  { name: 'triage: 16 MiB of [', ...triage(() => filled('[', 15.9)) },
  {
    name: 'triage: 20,000 empty changes',
    ...triage(() => JSON.stringify({ changes: Array.from({ length: 20_000 }, () => ({})) })),
  },
  {
    name: `triage: ${ids.length} changes`,
    ...triage(() =>
      JSON.stringify({
        changes: ids.map((id) => ({
          id,
          version: 0,
          status: 'deferred',
          assignee: 'Ito',
          note: 'n'.repeat(2000),
          reason: 'freeze',
          reviewOn: '2031-01-01',
        })),
      }),
    ),
  },
  { name: 'coverage: 5 MB of lines that are none', ...coverage(() => filled('a\n', 4.7)) },
  { name: 'coverage: 4.5 MB of wrong quotes', ...coverage(() => filled('"a"b,', 4.3)) },
  {
    name: 'coverage: 10,000 machines',
    ...coverage(() =>
      Array.from({ length: 10_000 }, (_, at) => `"M${at}","Windows 2000","tcpip.sys","5.0","5.0","ok"`).join('\n'),
    ),
  },
  ...[
    '/api/index',
    '/api/bulletins',
    '/api/bulletins?q=product',
    '/api/bulletins.csv',
    '/api/feed.atom',
    '/api/vulnerabilities',
    '/api/lab',
    '/api/platforms',
  ].map((path) => get(path)),
  get('/api/bulletins?q=p', 20),
  get(`/api/bulletins/${large.id}`, 10),
  get(`/api/bulletins/${large.id}/csaf`),
  get('/api/bulletins/HISTORY/history'),
  get('/api/bulletins/HISTORY/history', 20),
  get('/api/bulletins/HISTORY/history/1'),
  { name: '24 imports at once, 60 MiB of XML', ...post(() => `<a>${filled('<a/>', 60)}</a>`), times: 24 },
  {
    name: '24 imports at once, an advisory with a note of 60 MiB',
    ...post(() => advisoryWith(filled('<p>words of a note</p>', 60))),
    times: 24,
  },
]
