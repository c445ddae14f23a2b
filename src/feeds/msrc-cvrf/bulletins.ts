/** From Microsoft's month of vulnerabilities to bulletins, one for each fix. */
import type { Bulletin } from '../../contract/bulletin.ts'
import { assembled, environmentsOf } from '../../domain/bulletin/assemble.ts'
import { restartNotes } from '../../domain/bulletin/restart-notes.ts'
import { byId } from '../../domain/table/by-id.ts'
import type { CvrfDocument } from './document.ts'
import { hotpatchRestart, isHotpatch, withAlternatives } from './hotpatches.ts'
import { buildChecks, cvrfPackages, restartsOf, supersededBy } from './packages.ts'
import { kbPattern, partsByBulletin, type Part } from './parts.ts'
import { httpUrl } from '../printed.ts'
import { supportPage } from './references.ts'
import { revisionsOf } from './revisions.ts'
import { saidOf, type NoteFacts } from './said.ts'
import { bulletinTitle } from './titles.ts'
import { cvrfVulnerability } from './vulnerabilities.ts'
import type { CvrfVulnerability } from './vulnerability-element.ts'

/** What is said of each vulnerability. */
type AllSaid = ReadonlyMap<CvrfVulnerability, NoteFacts>

function bulletinOf(document: CvrfDocument, said: AllSaid, id: string, parts: readonly Part[]): Bulletin {
  const fixes = parts.flatMap((part) => part.fixes)
  const label = fixes[0]?.label ?? ''
  const kb = kbPattern.test(label) ? [label] : []
  const vulnerabilities = parts.map((part) =>
    cvrfVulnerability(document, part, said.get(part.vulnerability) ?? saidOf(part.vulnerability)),
  )
  const { strictest, own } = restartsOf(document, fixes)

  const known = byId([...document.platforms.values()])
  const { platforms: rated, ...facts } = assembled({ vulnerabilities })
  const platforms = rated.map((each) => {
    const restart = own.get(each.platform) ?? 'unknown'
    return { ...each, ...(fixes.length > 0 && restart !== strictest && { note: restartNotes[restart] }) }
  })
  const products = platforms.flatMap(({ platform }) => known.get(platform) ?? [])
  const kinds = new Map(products.map(({ id: platform, kind }) => [platform, kind]))
  const packages = cvrfPackages(document, kb[0] === undefined ? label || id : `KB${kb[0]}`, fixes)
  const revisions = revisionsOf(document, parts)
  const updatedOn = revisions.at(-1)?.on ?? document.publishedOn
  const issues = Map.groupBy(
    parts.flatMap(({ vulnerability: { knownIssues } }) => knownIssues.filter((issue) => kb.includes(issue.kb))),
    ({ url }) => url,
  )
  return {
    id,
    kb,
    title: bulletinTitle(document, fixes, kb.length > 0 ? null : label || null, products),
    publishedOn: document.publishedOn,
    updatedOn,
    revision: updatedOn,
    revisions,
    ...facts,
    restart: strictest,
    ...(strictest === 'required' && isHotpatch(parts) && { restartNote: hotpatchRestart }),
    uninstall: 'unknown',
    environments: environmentsOf(platforms, products),
    supersedes: [...new Set(fixes.flatMap((fix) => supersededBy(fix.supersedes)))],
    vulnerabilities,
    platforms,
    packages: fixes.length > 0 ? packages : [],
    tests: [],
    knownIssues: [...issues].flatMap(([url, same]) => {
      const address = httpUrl(url)
      if (address === undefined) return []
      const ids = same.flatMap((issue) =>
        issue.products.flatMap((product) => document.platforms.get(product)?.id ?? []),
      )
      return [
        {
          id: `KB${kb[0] ?? ''}`,
          // That page was not read: neither symptom nor workaround is known.
          title: { ja: `KB${kb[0]} の既知の問題のページ`, en: `Page on known issues of KB${kb[0]}` },
          platforms: [...new Set(ids)],
          references: [{ kind: 'kb' as const, title: { en: `KB${kb[0]}` }, url: address }],
        },
      ]
    }),
    lifecycle: [],
    detection: [],
    verification: buildChecks(packages, kinds),
    rollout: [],
    consoles: [],
    references: [
      ...kb.map((number) => ({
        kind: 'kb' as const,
        title: { en: `KB${number}` },
        url: supportPage(number),
      })),
      {
        kind: 'other',
        title: { ja: `リリース ノート ${document.id}`, en: `Release notes ${document.id}` },
        url: `https://msrc.microsoft.com/update-guide/releaseNote/${encodeURIComponent(document.id)}`,
      },
    ],
    source: { kind: 'msrc-cvrf', document: document.id, retrievedAt: null },
  }
}

/** The bulletins of a document: one for each KB number, each label in place of one, and one for what has no fix. */
export function cvrfBulletins(document: CvrfDocument): Bulletin[] {
  const said = new Map(document.vulnerabilities.map((vulnerability) => [vulnerability, saidOf(vulnerability)]))
  const parts = [...partsByBulletin(document)]
  const hotpatches = new Set(parts.filter(([, own]) => isHotpatch(own)).map(([id]) => id))
  return withAlternatives(
    parts.map(([id, own]) => bulletinOf(document, said, id, own)),
    hotpatches,
  )
}
