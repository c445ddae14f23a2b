/** A small CSAF 2.0 advisory that conforms to the standard; tests change what they look at. */
export const advisory = () => ({
  document: {
    category: 'csaf_security_advisory',
    csaf_version: '2.0',
    title: 'Pumps that can be stopped from afar',
    lang: 'en',
    aggregate_severity: { text: 'Important' },
    distribution: { tlp: { label: 'GREEN' } },
    publisher: { category: 'vendor', name: 'Example Pumps', namespace: 'https://pumps.example' },
    notes: [{ category: 'summary', text: 'A <b>pump</b> can be stopped.<script>x()</script>' }],
    references: [{ category: 'self', summary: 'The advisory', url: 'https://pumps.example/a-1.json' }],
    tracking: {
      id: 'PUMPS-2026-001',
      status: 'final',
      version: '2',
      initial_release_date: '2026-03-01T09:00:00Z',
      current_release_date: '2026-03-08T09:00:00Z',
      revision_history: [
        { date: '2026-03-01T09:00:00Z', number: '1', summary: 'Initial version' },
        { date: '2026-03-08T09:00:00Z', number: '2', legacy_version: '1.1', summary: 'One more product' },
      ],
    },
  },
  product_tree: {
    branches: [
      {
        category: 'vendor',
        name: 'Example Pumps',
        branches: [
          {
            category: 'product_name',
            name: 'Pump 3000',
            branches: [
              { category: 'product_version', name: '1.0', product: { name: 'Pump 3000 1.0', product_id: 'P1' } },
              { category: 'product_version', name: '1.1', product: { name: 'Pump 3000 1.1', product_id: 'P2' } },
            ],
          },
        ],
      },
    ],
    full_product_names: [{ name: 'Windows 11 Version 24H2 for x64-based Systems', product_id: 'W' }],
    product_groups: [{ group_id: 'G', product_ids: ['P1', 'W'] }],
    relationships: [
      {
        category: 'installed_on',
        product_reference: 'P1',
        relates_to_product_reference: 'W',
        full_product_name: { name: 'Pump 3000 1.0 installed on Windows 11 24H2', product_id: 'PW' },
      },
    ],
  },
  vulnerabilities: [
    {
      cve: 'CVE-2026-3000',
      title: 'A missing check',
      notes: [{ category: 'description', text: 'The check is missing.' }],
      product_status: { known_affected: ['P1', 'W', 'PW'], fixed: ['P2'] },
      scores: [
        {
          products: ['P1'],
          cvss_v3: {
            version: '3.1',
            vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
            baseScore: 9.8,
            baseSeverity: 'CRITICAL',
          },
        },
      ],
      remediations: [
        {
          category: 'vendor_fix',
          details: 'Update to 1.1.',
          group_ids: ['G'],
          url: 'https://pumps.example/1.1',
          restart_required: { category: 'machine' },
        },
        { category: 'workaround', details: 'Pull the plug.', product_ids: ['P1'] },
        { category: 'no_fix_planned', details: 'None for this one.', product_ids: ['PW'] },
      ],
      threats: [
        { category: 'impact', details: 'Denial of Service' },
        { category: 'exploit_status', details: 'Publicly Disclosed:Yes;Exploited:Yes' },
      ],
    },
  ],
})

export type TestAdvisory = ReturnType<typeof advisory>
