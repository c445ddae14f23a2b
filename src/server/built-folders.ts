import { join } from 'node:path'

/**
 * What a build leaves behind, by its folder: what the site serves, the same components for the server to render, and the
 * server of a release.
 */
type BuiltFolders = { pages: string; render: string; server: string }

/** Where the build of a project, or of a release, lies: the one place that names these folders. */
export const builtFolders = (root: string, build = 'dist'): BuiltFolders => ({
  pages: join(root, build, 'pages'),
  render: join(root, build, 'render'),
  server: join(root, build, 'server'),
})
