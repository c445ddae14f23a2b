import type { Operations } from '../operations.ts'

export const bulletinsOperations = {
  listBulletins: 'List bulletin summaries, optionally filtered and sorted',
  listFirstRows: {
    summary: 'List the first bulletins that a filter finds, as columns, with the platforms that they name',
    description:
      'What a list begins with while the index is loaded. For other clients `listBulletins` is easier to read.',
  },
  indexBulletins: {
    summary: 'Get all bulletin summaries as columns, whole, by parts, or those that have changed since a version',
    description:
      'What the pages load. For other clients `listBulletins` is easier to read. The rows of all parts of one `version` are the same bulletins in the same order. With `since` they are those that have changed after that version, and `removed` names those that are gone, `platforms` has the changed rows of the platform tree; without `since` in the answer it was too long ago, and all rows are there.',
  },
  listReleases: 'List what publishers brought out together: months of Microsoft, and of other publishers',
  viewOverview: {
    summary: 'See how a release is, and how far the fleet is with it',
    description:
      'Everything that is counted comes with the filter of `listBulletins` that lists exactly these bulletins. Without `release` it is the newest; without `since` changes count from what the person who asks has seen.',
    errors: [404],
  },
  searchTexts: {
    summary: 'Search the texts of bulletins and their discussion',
    description:
      'Tells where words occur beside ids, titles and platforms: files, registry keys, builds, tools, known issues, comments.',
  },
  viewBulletin: 'Get a bulletin',
  viewBulletinContext: {
    summary: 'Get what is on file around a bulletin',
    description:
      'What catalogues say of its vulnerabilities, how each is attacked by its CVSS vector, what it replaces and is replaced by, and its platforms.',
  },
  listLifecycles: 'List the ends of support of the platforms on file, as far as they are known',
  listPlatforms: 'List the platform tree with the number of bulletins for each platform',
  listVulnerabilities: 'List vulnerabilities with their ratings by platform, as columns',
  viewVulnerability: {
    summary: 'Get a vulnerability with all that bulletins and catalogues say of it',
    description:
      'By its CVE, or of a flaw without one by `BULLETIN~FLAW`. A CVE that is in no bulletin is found where a catalogue (KEV, EPSS, CVE records) knows it.',
  },
  viewHistory: 'List the versions and events of a bulletin',
  viewVersion: { summary: 'Get a version of a bulletin', description: 'The oldest is 1.' },
} as const satisfies Operations
