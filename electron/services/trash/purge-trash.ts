// Clears the trash of what is overdue when the program starts. Runs everywhere.
import { Failure } from '../../contract/errors.ts'
import type { Log, Stores } from '../ports.ts'
import type { TrashService } from './create-trash-service.ts'

/** Clears the trash. Where it cannot be written the program starts all the same: the next start tries again. */
export function purgeTrash(parts: { trash: TrashService; readOnly: Stores['readOnly']; log: Log }): void {
  const { trash, readOnly, log } = parts
  if (readOnly !== null) return
  try {
    const count = trash.removeOverdue()
    if (count > 0)
      log.info(`trash: ${count} annotations were deleted for good, thirty days after their deletion`)
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    log.error('trash: what is overdue could not be removed', cause)
  }
}
