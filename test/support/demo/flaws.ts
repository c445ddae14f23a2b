/** Made-up vulnerabilities: each kind is something that is hard to show. */
import type { Flaw } from '../../feeds/cvrf.ts'
import type { Product } from './products.ts'

/** What a month gives to its vulnerabilities. `fixes`: the remediations for products. */
export type Place = {
  cve: string
  /** The day of the month's release. */
  day: string
  /** A later day of the same month. */
  later: string
  fixes: (products: readonly Product[]) => NonNullable<Flaw['remediations']>
}

type Kind = (place: Place) => Flaw

const vector = (metrics: string) => `CVSS:3.1/${metrics}/S:U/C:H/I:H/A:H`
const network = vector('AV:N/AC:L/PR:N/UI:N')
const local = vector('AV:L/AC:L/PR:L/UI:N')
const said = (disclosed: string, exploited: string, latest: string) =>
  `Publicly Disclosed:${disclosed};Exploited:${exploited};Latest Software Release:${latest};DOS:N/A`

const table = `<p>Which versions are affected?</p>
<table><tr><th>Version</th><th>Protocol</th><th>Affected</th></tr>
<tr><td>1.0</td><td>Old | with a bar</td><td>Yes</td></tr>
<tr><td>2.0</td><td>New</td><td>No, <strong>unless</strong> the old one is allowed</td></tr></table>
<ol><li>Look at the setting.</li><li>Set it to <code>2</code>.</li></ol>`

const exploited: Kind = ({ cve, day, later, fixes }) => ({
  cve,
  title: 'Demo: exploited, and rated differently on each platform',
  description: '<p>Made up for development. Someone on the network can run code without signing in.</p>',
  severities: {
    client25: 'Critical',
    client24: 'Critical',
    client10: 'Important',
    server25: 'Moderate',
    core25: 'Low',
  },
  exploitStatus: said('Yes', 'Yes', 'Exploitation Detected'),
  scores: [{ base: '9.8', temporal: '9.1', vector: network, products: ['client25', 'client24', 'server25'] }],
  cwes: { 'CWE-416': 'Use After Free' },
  acknowledgements: [{ name: 'A. Example of <a href="https://lab.example/">Example Lab</a>' }],
  remediations: fixes(['client25', 'client24', 'client10', 'server25', 'core25']),
  revisions: [day, `${later} <p>It is being exploited. The rating stays as it is.</p>`],
})

const unrated: Kind = ({ cve, fixes }) => ({
  cve,
  title: 'Demo: no severity is stated',
  description: '<p>Made up for development. The source gives no rating, and no score.</p>',
  severities: { server22: '', server19: '' },
  exploitStatus: '',
  remediations: fixes(['server22', 'server19']),
})

const withTable: Kind = ({ cve, fixes }) => ({
  cve,
  title: 'Demo: a table and a list in the notes',
  description: '<p>Made up for development.</p>',
  severities: { server25: 'Important', server22: 'Important', server19: 'Important' },
  impact: 'Information Disclosure',
  exploitStatus: said('No', 'No', 'Exploitation More Likely'),
  notes: [
    ['FAQ', 'FAQ', table],
    ['Tag', 'Demo Protocol', 'Demo Protocol'],
    ['Other', 'Customer Action Required', 'Yes'],
  ],
  scores: [{ base: '7.5', vector: network, products: ['server25', 'server22', 'server19'] }],
  remediations: fixes(['server25', 'server22', 'server19']),
})

const rereleased: Kind = ({ cve, day, later, fixes }) => ({
  cve,
  title: 'Demo: the update was released again',
  description: '<p>Made up for development.</p>',
  severities: { client10: 'Important', client24: 'Important' },
  impact: 'Elevation of Privilege',
  scores: [{ base: '7.8', temporal: '6.8', vector: local, products: ['client10', 'client24'] }],
  remediations: fixes(['client10', 'client24']),
  revisions: [
    `${day} <p>Information published.</p>`,
    `${later} <p>Released again for Windows 10: the first package was <em>not</em> complete. Install it again.</p>`,
  ],
})

const withoutFix: Kind = ({ cve }) => ({
  cve,
  title: 'Demo: there is no fix yet',
  description: '<p>Made up for development. Only a workaround is known.</p>',
  severities: { server25: 'Important', server22: 'Moderate' },
  impact: 'Spoofing',
  exploitStatus: said('Yes', 'No', 'Exploitation Less Likely'),
  remediations: [
    { type: 'Workaround', label: '<p>Turn the demo protocol off.</p>', products: ['server25', 'server22'] },
  ],
})

const withoutKb: Kind = ({ cve }) => ({
  cve,
  title: 'Demo: the fix has a name and no KB number',
  description: '<p>Made up for development.</p>',
  severities: { office: 'Critical' },
  exploitStatus: said('No', 'No', 'Exploitation Unlikely'),
  scores: [{ base: '7.8', vector: vector('AV:L/AC:L/PR:N/UI:R'), products: ['office'] }],
  remediations: [{ label: 'Click to Run', products: ['office'], subType: 'Security Update', restart: 'No' }],
})

const withKnownIssue: Kind = ({ cve, fixes }) => ({
  cve,
  title: 'Demo: may need a restart, and has a known issue',
  description: '<p>Made up for development.</p>',
  severities: { sql: 'Important' },
  impact: 'Denial of Service',
  remediations: [
    ...fixes(['sql']),
    ...fixes(['sql']).map(({ label = '' }) => ({
      type: 'Known Issue',
      label,
      products: ['sql'],
      url: 'https://support.example/known-issue',
    })),
  ],
})

const withOtherIssuer: Kind = ({ cve }) => ({
  cve,
  title: 'Demo: another organisation has issued the number',
  description: '<p>Made up for development.</p>',
  severities: { edge: 'Moderate' },
  notes: [
    ['CNA', 'Example', 'Example'],
    ['Other', 'Customer Action Required', 'No'],
  ],
  remediations: [
    { label: 'Release Notes', products: ['edge'], subType: 'Security Update', fixedBuild: '140.0.1', restart: 'No' },
  ],
})

export const plainKind: Kind = ({ cve, fixes }) => ({
  cve,
  title: 'Demo: nothing special',
  description: '<p>Made up for development.</p>',
  severities: { client25: 'Important', client24: 'Important', client10: 'Important', server22: 'Important' },
  impact: 'Elevation of Privilege',
  exploitStatus: said('No', 'No', 'Exploitation Less Likely'),
  scores: [{ base: '7.8', vector: local, products: ['client25', 'client24', 'client10', 'server22'] }],
  remediations: fixes(['client25', 'client24', 'client10', 'server22']),
})

/** One of each kind, in the order in which they are numbered. */
export const hardKinds: readonly Kind[] = [
  unrated,
  withTable,
  rereleased,
  withoutFix,
  withoutKb,
  withKnownIssue,
  withOtherIssuer,
  exploited,
]
