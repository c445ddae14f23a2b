import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Runs the specs of one project after those of the other: a worker keeps its modules as long as the next file is of the
 * same project, and mixed, as Vitest has them, each file loads them anew. Within a project, the longest come first.
 */
export class ByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the order that Vitest itself gives
    const sorted = await super.sort(files)
    return [...Map.groupBy(sorted, ({ project }) => project.name).values()].flat()
  }
}
