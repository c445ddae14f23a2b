import { join } from 'node:path'

/** What a build leaves behind, by its folder: what the site serves, and the same components for the server to render. */
type BuiltFolders = { pages: string; render: string }

/** Where the build of a project, or of a release, lies: the one place that names these folders. */
export const builtFolders = (root: string, build = 'dist'): BuiltFolders => ({
  pages: join(root, build, 'pages'),
  render: join(root, build, 'render'),
})
