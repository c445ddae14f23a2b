/** A small CSAF 2.1 advisory that conforms to the draft; tests change what they look at. */
export const advisory21 = () => ({
  $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
  document: {
    category: 'csaf_security_advisory',
    csaf_version: '2.1',
    title: 'Valves that can be opened from afar',
    lang: 'en',
    distribution: {
      sharing_group: { id: '9e4fbe8a-3c5f-4b57-8a3e-2a4f6f5d7c11', name: 'Customers' },
      tlp: { label: 'AMBER+STRICT' },
    },
    publisher: { category: 'vendor', name: 'Example Valves', namespace: 'https://valves.example' },
    notes: [{ category: 'summary', text: 'A valve can be opened.' }],
    references: [{ category: 'self', summary: 'The advisory', url: 'https://valves.example/v-1.json' }],
    tracking: {
      id: 'VALVES-2031-001',
      status: 'final',
      version: '1',
      initial_release_date: '2031-03-01T09:00:00Z',
      current_release_date: '2031-03-01T09:00:00.1234567890Z',
      revision_history: [{ date: '2031-03-01T09:00:00.1234567890Z', number: '1', summary: 'Initial version' }],
    },
  },
  product_tree: {
    branches: [
      {
        category: 'vendor',
        name: 'Example Valves',
        branches: [
          {
            category: 'product_name',
            name: 'Valve 20',
            branches: [
              {
                category: 'product_version_range',
                name: 'vers:intdot/<2.4',
                product: { name: 'Valve 20 before 2.4', product_id: 'V1' },
              },
              {
                category: 'product_version',
                name: '2.4',
                product: { name: 'Valve 20 2.4', product_id: 'V2' },
              },
            ],
          },
        ],
      },
    ],
    full_product_names: [{ name: 'Valve Library 1.0', product_id: 'L' }],
    product_paths: [
      {
        beginning_product_reference: 'L',
        full_product_name: { name: 'Valve Library 1.0 as a part of Valve 20 before 2.4', product_id: 'LV1' },
        subpaths: [{ category: 'default_component_of', next_product_reference: 'V1' }],
      },
    ],
  },
  vulnerabilities: [
    {
      cve: 'CVE-2031-4000',
      title: 'A missing check',
      disclosure_date: '2031-02-20T00:00:00Z',
      cwes: [{ id: 'CWE-280', name: 'Improper Handling of Insufficient Permissions or Privileges ', version: '4.16' }],
      first_known_exploitation_dates: [
        { date: '2031-02-27T09:00:00Z', exploitation_date: '2031-02-25T00:00:00Z', product_ids: ['LV1'] },
      ],
      notes: [{ category: 'description', text: 'The check is missing.' }],
      product_status: { known_affected: ['LV1'], fixed: ['V2'] },
      metrics: [
        {
          products: ['LV1'],
          content: {
            cvss_v4: {
              version: '4.0',
              vectorString: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N',
              baseScore: 5.3,
              baseSeverity: 'MEDIUM',
            },
            epss: { probability: '0.12', percentile: '0.93', timestamp: '2031-02-28T00:00:00Z' },
          },
        },
        {
          products: ['LV1'],
          content: {
            qualitative_severity_rating: 'medium',
            ssvc_v2: {
              schemaVersion: '2.0.0',
              timestamp: '2031-02-28T00:00:00Z',
              selections: [
                { namespace: 'ssvc', key: 'E', version: '1.1.0', name: 'Exploitation', values: [{ key: 'P' }] },
              ],
            },
          },
        },
      ],
      remediations: [{ category: 'fix_planned', details: 'An update comes in May.', product_ids: ['LV1'] }],
    },
  ],
})

export type TestAdvisory21 = ReturnType<typeof advisory21>
