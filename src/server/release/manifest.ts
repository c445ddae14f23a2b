/** package.json and the lock of a release: no package but Node, of which the integrity is in the lock. */
import * as z from 'zod'

const names = z.record(z.string(), z.string())
export const ProjectManifest = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  type: z.literal('module'),
  engines: names,
  optionalDependencies: names,
})
type ProjectManifest = z.infer<typeof ProjectManifest>

const ProjectLock = z.object({ packages: z.record(z.string(), z.looseObject({ version: z.string() })) })

/** What `npm` and `npx` read of a release. */
export const releaseManifest = (project: ProjectManifest) => ({
  ...project,
  private: true,
  bin: { 'hotfix-report': 'dist/server/cli/launch.js' },
})

/**
 * The lock of a release, out of that of the project.
 *
 * @throws Error where the project does not lock a package of its Node
 */
export function releaseLock(project: ProjectManifest, projectLock: unknown) {
  const { packages } = ProjectLock.parse(projectLock)
  const { type: _type, description: _description, ...top } = releaseManifest(project)
  const locked = Object.keys(project.optionalDependencies).map((name) => {
    const path = `node_modules/${name}`
    if (packages[path] === undefined) throw new Error(`package-lock.json does not have ${name}`)
    return [path, packages[path]] as const
  })
  return {
    name: project.name,
    version: project.version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': top, ...Object.fromEntries(locked) },
  }
}
