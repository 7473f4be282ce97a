// Stands for ElectronStore, which cannot be loaded outside Electron: importing it starts a download.
import Conf from 'conf'

/** Takes its options as electron-store does: `name` for conf's `configName`, which it overrides. */
export class StoreWithName extends Conf {
  constructor({ name = 'config', ...options }: { name?: string; cwd?: string } = {}) {
    super({ ...options, configName: name })
  }
}
