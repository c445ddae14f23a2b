/** The platform that a product name of Microsoft's documents means. */
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { application, splitHost } from './applications.ts'
import { formerIdsOf } from './former-ids.ts'
import type { NameParts } from './name-reader.ts'
import { slug, slugOfSpelling, tidy } from './slug.ts'
import { shortWindows, windows } from './windows.ts'

/** A product as a document names it: the name, and the branches of the product tree that lead to it. */
export type NamedProduct = { name: string; path: readonly string[] }

/** Family, version and variant, and the id made of them. */
export type ReadName = NameParts & { id: PlatformId }

const idOf = (segments: readonly (string | null)[]): PlatformId =>
  segments.filter((segment) => segment !== null).join('.')

const spelt = (text: string | null) => (text === null ? null : slugOfSpelling(text))

/** A name that one of our rules knows; null for any other. */
export function knownProduct(name: string): ReadName | null {
  const parts = windows(name) ?? application(name)
  return parts === null ? null : { ...parts, id: idOf([parts.family, parts.version, parts.variant].map(spelt)) }
}

/** A package is at home in the Linux that it is for, and there by its own name and the machine. */
function linuxPackage(own: string, on: string): ReadName | null {
  const host = application(on)
  if (host === null || host.version === null || !/^(?:CBL Mariner|Azure Linux)$/.test(host.family)) return null
  const variant = host.variant === null ? own : `${own} ${host.variant}`
  return { ...host, variant, id: idOf([spelt(host.family), spelt(host.version), slug(variant)]) }
}

/** What no rule knows is a family by its own name, and there by the Windows that it is for, if it is for one. */
function byItsName(name: string): ReadName {
  const [own, on] = splitHost(name)
  const host = on === undefined ? null : shortWindows(on)
  const family = host === null ? name : own
  return {
    id: idOf([slug(family), spelt(host)]),
    family,
    version: null,
    variant: host,
    kind: 'application',
    ...(on !== undefined && linuxPackage(own, on)),
  }
}

/**
 * The platform that a product name means, wherever the product is in the tree. Names that differ only in spaces or
 * capitals are one platform; the label is the name itself.
 */
export function platformOf(product: NamedProduct): Platform {
  const name = tidy(product.name) || 'unnamed'
  const { id, family, version, variant, kind } = knownProduct(name) ?? byItsName(name)
  const formerIds = formerIdsOf(product).filter((former) => former !== id)
  return {
    id,
    family,
    version,
    variant,
    label: { en: name },
    kind,
    supportEndsOn: null,
    ...(formerIds.length > 0 && { formerIds }),
  }
}
