// The real stores and the fake that tests of services use must behave alike.
import type { ReadOnlyReason } from '../../../electron/contract/status.ts'
import { createInMemoryStores } from '../services/in-memory-stores.ts'
import { describeStores } from './document-store-suite.ts'
import { createFaultyFileSystem } from './faulty-file-system.ts'
import { openRealStores } from './open-real-stores.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const heldByThisProcess: ReadOnlyReason = { kind: 'locked', pid: process.pid, shell: 'loopback' }

describeStores('real files', {
  open() {
    const fileSystem = createFaultyFileSystem()
    return {
      stores: openRealStores(makeTemporaryFolder(), fileSystem),
      fillDiskForOneWrite: () => fileSystem.failNext('write', 'ENOSPC'),
    }
  },
  openReadOnly() {
    const folder = makeTemporaryFolder()
    openRealStores(folder)
    return { stores: openRealStores(folder), reason: heldByThisProcess }
  },
})

describeStores('in memory', {
  open() {
    const stores = createInMemoryStores()
    return {
      stores,
      fillDiskForOneWrite: () => stores.failNextWrite({ code: 'disk-full', store: 'settings' }),
    }
  },
  openReadOnly() {
    return { stores: createInMemoryStores({ readOnly: heldByThisProcess }), reason: heldByThisProcess }
  },
})
