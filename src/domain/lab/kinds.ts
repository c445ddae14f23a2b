/** Which fixes of a release are tested together: the columns of the grid. */
import { fixLines, type FixLine } from '../../contract/fixes.ts'
import type { LabKind } from '../../contract/lab-grid.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { type LineName } from '../fixes/lines.ts'
import { isWindows } from '../platforms/windows.ts'
import { familyOf } from '../platforms/platforms.ts'

/** The column of a fix of a product: Windows by its lines, of every program one. */
export function kindOn(
  product: PlatformId,
  { line, name }: LineName,
  platforms: ReadonlyMap<PlatformId, Platform>,
): LabKind {
  if (isWindows(product)) return name === undefined ? { key: line, line } : { key: `program ${name}`, line, name }
  const family = familyOf(product)
  const known = platforms.get(product) ?? platforms.get(family)
  return { key: family, line, name: known?.family ?? family }
}

/** The columns in their order: Windows itself by its lines, then programs, those with most cells first. */
export function kindsInOrder(kinds: readonly LabKind[]): LabKind[] {
  const alike = [...Map.groupBy(kinds, ({ key }) => key).values()]
  const positionOf = ({ name, line }: LabKind) => (name === undefined ? fixLines.indexOf(line) : fixLines.length)
  return alike
    .flatMap((same) => same.slice(0, 1).map((kind) => ({ kind, cells: same.length })))
    .toSorted(
      (a, b) => positionOf(a.kind) - positionOf(b.kind) || b.cells - a.cells || (a.kind.key < b.kind.key ? -1 : 1),
    )
    .map(({ kind }) => kind)
}

/** Of a line the fixes of a release that one would install from it: what is to be installed, or was before a newer fix came. */
export function fixesToTest({ fixes }: FixLine, isOfRelease: (bulletin: string) => boolean) {
  const own = fixes.filter(({ bulletin }) => isOfRelease(bulletin))
  const install = own.filter(({ state }) => state === 'install')
  if (install.length > 0) return install
  const isReplaced = (code: string) => ['superseded', 'older-build', 'older-day'].includes(code)
  return own.filter(({ state, reason }) => state === 'contained' && isReplaced(reason.code)).slice(0, 1)
}
