import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { Versions } from '../versions/Versions.tsx'

/** What the bulletin was before, in the names of its platforms. */
export const BulletinVersions = ({ id }: { id: string }) => <Versions id={id} names={usePlatformNames()} />
