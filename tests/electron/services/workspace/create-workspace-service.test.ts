// The desk comes back as it was left.
import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../../../electron/contract/settings.ts'
import { Failure } from '../../../../electron/contract/errors.ts'
import { workspaceSchema } from '../../../../electron/contract/settings.ts'
import { createWorkspaceService } from '../../../../electron/services/workspace/create-workspace-service.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'

const desk: Workspace = workspaceSchema.parse({
  panes: [
    { articleId: 'treaty', topOffset: 120, size: 60 },
    { articleId: 'an-article-that-no-library-holds', size: 40 },
  ],
  focusedPane: 1,
  query: '"common goals"',
  notebookOpen: false,
})

describe('the workspace service', () => {
  it('answers null until a workspace was saved', () => {
    expect(createWorkspaceService(createInMemoryStores().workspace).read()).toBeNull()
  })

  it('answers what was saved, panes of unknown articles among it', () => {
    const service = createWorkspaceService(createInMemoryStores().workspace)
    service.save(desk)
    expect(service.read()).toEqual(desk)
  })

  it('keeps the last one', () => {
    const service = createWorkspaceService(createInMemoryStores().workspace)
    service.save(desk)
    service.save({ ...desk, panes: [] })
    expect(service.read()).toEqual({ ...desk, panes: [] })
  })

  it('refuses where the program only reads', () => {
    const reason = { kind: 'locked', pid: 12, shell: 'desktop' } as const
    const service = createWorkspaceService(createInMemoryStores({ readOnly: reason }).workspace)
    expect(() => service.save(desk)).toThrow(new Failure({ code: 'read-only', reason }))
    expect(service.read()).toBeNull()
  })
})
