// A button that shows an icon and says its name to assistive technology and in a tooltip.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { KeyWords } from './key-words.tsx'

/** What an icon button needs. */
export interface IconButtonProps {
  icon: LucideIcon
  label: string
  /** The keys that do the same, as in `Mod+Enter`; shown in the tooltip. */
  keys?: string | undefined
  onPress: () => void
  isDisabled?: boolean
  /** Whether a part of the page that the button folds is open; absent for other buttons. */
  isExpanded?: boolean
  /** Id of an element that says what the button acts on. */
  describedBy?: string
  /** The command that presses it: see `pressButton`. */
  command?: string
}

/** Shows an icon button. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { icon: Icon, label, keys, onPress, isDisabled = false, isExpanded, describedBy, command } = props
  return (
    <TooltipTrigger delay={600}>
      <Button
        className="icon-button"
        aria-label={label}
        onPress={onPress}
        isDisabled={isDisabled}
        data-command={command}
        {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Tooltip className="tooltip" placement="bottom" offset={6}>
        {label}
        <KeyWords of={keys} />
      </Tooltip>
    </TooltipTrigger>
  )
}
