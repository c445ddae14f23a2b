/** Documents of every kind that are read, with what has made readers fail before: tables, deep and repeated tags, long lists. */
import { readContent } from '../../../src/server/content.ts'
import { advisory } from '../../feeds/advisory.ts'
import { advisory21 } from '../../feeds/advisory-2.1.ts'
import { cvrfText } from '../../feeds/cvrf.ts'

export type Seed = { name: string; text: string }

const notes: Record<string, string> = {
  plain: 'Versions <V4.4 & <https://a.example/> are affected; a < b && c.',
  table:
    '<p>Builds:</p><table><thead><tr><th>Build<th>Date</thead><tr><td>1.0 | x64<td><p>May</p><ul><li>5</ul></table>',
  struck: 'not <del>1.0</del> but <s>1.1</s> ~~1.2~~<br>see <a href="https://a.example/?a=1&amp;b=2">here</a>',
  deep: `${'<div>'.repeat(3000)}x${'<blockquote><ul><li>'.repeat(200)}y`,
  repeated: `${'<a href="x"><i>'.repeat(400)}x${'<b><p>'.repeat(200)}y${'<table><tr><td>'.repeat(100)}z`,
  raw: '<script>alert(1)</script><style>p{}</style><!-- c --> &lt;p&gt; &#42; &#xFFFFFF; <pre>a\n  b</pre>',
}

const month = (note: string) =>
  cvrfText({
    id: '2031-May',
    published: '2031-05-13',
    products: { a: 'Windows Server 2025', b: 'Windows 11 Version 24H2 for x64-based Systems' },
    flaws: ['CVE-2031-1000', 'CVE-2031-1001'].map((cve) => ({
      cve,
      description: note,
      notes: [['FAQ', 'FAQ', note]],
      severities: { a: 'Important', b: 'Critical' },
      scores: [{ base: '8.8', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H', products: ['a', 'b'] }],
      remediations: [
        { label: '5901001', products: ['a'], supersedes: '5900001', restart: 'Yes', fixedBuild: '10.0.26100.1' },
        { label: 'Release Notes', products: ['b'] },
        { type: 'Workaround', label: note, products: ['b'] },
      ],
      revisions: ['2031-05-14 <p>Added.</p>'],
    })),
  })

function advisoryWith(note: string): string {
  const written = advisory()
  written.document.notes = [{ category: 'summary', text: note }]
  return JSON.stringify(written)
}

const entry = { cveID: 'CVE-2031-1000', dateAdded: '2031-05-15', knownRansomwareCampaignUse: 'Known', notes: 'x' }

export async function seeds(): Promise<Seed[]> {
  const { bulletins, platforms } = await readContent()
  const own = bulletins.slice(0, 3).map((bulletin) => JSON.stringify(bulletin))
  return [
    ...Object.entries(notes).flatMap(([name, note]) => [
      { name: `CVRF, ${name}`, text: month(note) },
      { name: `CSAF 2.0, ${name}`, text: advisoryWith(note) },
    ]),
    { name: 'CSAF 2.1', text: JSON.stringify(advisory21()) },
    {
      name: 'KEV',
      text: JSON.stringify({
        catalogVersion: '2031.05.15',
        vulnerabilities: [entry, { ...entry, cveID: 'CVE-2031-9999' }],
      }),
    },
    { name: 'JSON Lines', text: [...platforms.slice(0, 5).map((each) => JSON.stringify(each)), ...own].join('\n') },
    { name: 'JSON', text: `[${own.join(',')}]` },
    { name: 'empty objects', text: '{"id":"MS31-001","publishedOn":1}\n'.repeat(3000) },
    { name: 'a list', text: JSON.stringify({ value: [{ CvrfUrl: 'https://a.example/may' }] }) },
    { name: 'other JSON', text: '{"bomFormat":"CycloneDX","components":[]}' },
  ]
}
