// What the palette lists for typed letters, in its order. Plain functions over the page's state.
import type { TextRange } from '../../../electron/contract/text-range.ts'
import type { Translate } from '../../messages/use-translate.ts'
import type { MessageId } from '../../messages/message-id.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Command } from './command.ts'
import { commandGroups } from './command.ts'
import { fuzzyMatch } from './fuzzy-match.ts'

/** A command as it is listed. */
export interface ListedCommand {
  command: Command
  title: string
  marks: readonly TextRange[]
  /** Why it can do nothing now, or `null`. */
  whyNot: MessageId | null
}

/** Commands that make no sense from the palette: it is itself, or what its own Esc does. */
const unlisted = ['commands.palette', 'desk.letGo']

const groupOf = ({ command }: ListedCommand): number => commandGroups.indexOf(command.group)

/** The commands whose titles fit, the best first; all of them by group where nothing is typed. */
export function listCommands(
  commands: readonly Command[],
  typed: string,
  state: PageState,
  translate: Translate,
): ListedCommand[] {
  const listed = commands.flatMap((command) => {
    const title = translate(command.title, command.values)
    const match = unlisted.includes(command.id) ? null : fuzzyMatch(title, typed)
    if (!match) return []
    return [{ command, title, whyNot: command.whyNot?.(state) ?? null, ...match }]
  })
  if (typed.trim() === '') return listed.toSorted((left, right) => groupOf(left) - groupOf(right))
  const isAble = ({ whyNot }: ListedCommand): number => (whyNot === null ? 1 : 0)
  return listed.toSorted(
    (left, right) =>
      right.score - left.score || isAble(right) - isAble(left) || groupOf(left) - groupOf(right),
  )
}
