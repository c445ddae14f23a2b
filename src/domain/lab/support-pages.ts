/** What Microsoft's support pages of KBs add to a bulletin. */
import type { Bulletin, KnownIssue, SupportPage } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isUnread } from './issues.ts'

/** A page that is on file, with the issues that it lists. */
export type KeptPage = SupportPage & { issues: KnownIssue[] }

const nameOf = ({ kb, builds }: SupportPage) => [kb, ...builds].join(' ')

/** The platforms that a page is about, by the builds of its title; none where that cannot be told, and it is about all. */
function platformsOf({ builds }: SupportPage, { packages }: Bulletin): PlatformId[] {
  const own = packages.filter(({ fixedBuild = '' }) => builds.some((build) => `.${fixedBuild}`.endsWith(`.${build}`)))
  return [...new Set(own.flatMap(({ platforms }) => platforms))]
}

/** Joins issues by id: the platforms of all pages that list it, or all platforms if one page names none. */
function unitedIssues(issues: readonly KnownIssue[]): KnownIssue[] {
  const byId = Map.groupBy(issues, ({ id }) => id)
  return [...byId.values()].flatMap((same) => {
    const last = same.at(-1)
    if (last === undefined) return []
    const isOnAll = same.some(({ platforms }) => platforms.length === 0)
    const platforms = isOnAll ? [] : [...new Set(same.flatMap((each) => each.platforms))]
    const references = [...new Map(same.flatMap((each) => each.references).map((each) => [each.url, each])).values()]
    return [{ ...last, platforms, references }]
  })
}

/**
 * A bulletin with what the pages of its KBs say. What a page lists takes the place of the mere hint that there is a page;
 * one that could not be read says nothing where another page of that KB could. Without a page it is the same object.
 */
export function withSupportPages(bulletin: Bulletin, kept: readonly KeptPage[]): Bulletin {
  const own = kept.filter(({ kb }) => bulletin.kb.includes(kb))
  if (own.length === 0) return bulletin
  const fresh = new Map([...(bulletin.supportPages ?? []), ...own].map((page) => [nameOf(page), page]))
  const read = new Set([...fresh.values()].flatMap(({ kb, answer }) => (answer === 'unreadable' ? [] : [kb])))
  const pages = [...fresh.values()]
    .filter(({ kb, answer }) => answer !== 'unreadable' || !read.has(kb))
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const isHint = (issue: KnownIssue) => isUnread(issue) && [...read].some((kb) => issue.id === `KB${kb}`)
  const listed = own.flatMap((page) =>
    page.issues.map((issue) => ({ ...issue, platforms: platformsOf(page, bulletin) })),
  )
  const ids = new Set(listed.map(({ id }) => id))
  const others = bulletin.knownIssues.filter((issue) => !isHint(issue) && !ids.has(issue.id))
  return {
    ...bulletin,
    knownIssues: [...others, ...unitedIssues(listed)],
    supportPages: pages.map(({ kb, answer, cause, readOn, url, builds }) => ({
      kb,
      answer,
      ...(cause !== undefined && { cause }),
      readOn,
      url,
      builds,
    })),
  }
}
