// Settings: how articles are set, shown on a few lines at once.
import { Minus, Plus } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { Button, Group } from 'react-aria-components'
import { useStore } from 'zustand'
import {
  leadingBounds,
  measures,
  plainTypography,
  readingFaces,
  textSizeBounds,
} from '../../../electron/contract/limits.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segments } from '../../ui/segments.tsx'

/** A number that goes up and down by steps within its bounds. */
function Stepper(props: {
  label: string
  less: string
  more: string
  words: string
  value: number
  bounds: { smallest: number; largest: number; step?: number }
  onChange: (value: number) => void
}): ReactNode {
  const { label, less, more, words, value, bounds, onChange } = props
  const { smallest, largest, step = 1 } = bounds
  const set = (next: number): void => onChange(Math.min(largest, Math.max(smallest, next)))
  return (
    <Group className="stepper" aria-label={label}>
      <span>{label}</span>
      <IconButton
        icon={Minus}
        label={less}
        isDisabled={value <= smallest}
        onPress={() => set(value - step)}
      />
      <output aria-live="polite">{words}</output>
      <IconButton icon={Plus} label={more} isDisabled={value >= largest} onPress={() => set(value + step)} />
    </Group>
  )
}

/** Shows the section. */
export function TextSection(): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const adviceId = useId()
  const { face, textSize, leading, measure, paragraphNumbers } = useStore(settings.store)
  const now = { face, textSize, leading, measure, paragraphNumbers }
  const isPlain = JSON.stringify(now) === JSON.stringify(plainTypography)
  return (
    <>
      <Segments
        label={translate('settings.face')}
        names={readingFaces}
        value={face}
        wordsOf={(name) => translate(`settings.face.${name}`)}
        onChange={(chosen) => void settings.change({ face: chosen })}
      />
      <Segments
        label={translate('settings.measure')}
        names={measures}
        value={measure}
        wordsOf={(name) => translate(`settings.measure.${name}`)}
        onChange={(chosen) => void settings.change({ measure: chosen })}
      />
      <div className="steppers">
        <Stepper
          label={translate('settings.textSize')}
          less={translate('settings.smaller')}
          more={translate('settings.larger')}
          words={translate('settings.pixels', { size: textSize })}
          value={textSize}
          bounds={textSizeBounds}
          onChange={(value) => void settings.change({ textSize: value })}
        />
        <Stepper
          label={translate('settings.leading')}
          less={translate('settings.closer')}
          more={translate('settings.wider')}
          words={translate('settings.times', { factor: leading / 100 })}
          value={leading}
          bounds={leadingBounds}
          onChange={(value) => void settings.change({ leading: value })}
        />
      </div>
      <label className="ticked-choice">
        <input
          type="checkbox"
          checked={paragraphNumbers}
          aria-describedby={adviceId}
          onChange={(event) => void settings.change({ paragraphNumbers: event.target.checked })}
        />
        <span>{translate('settings.paragraphNumbers')}</span>
        <span className="choice-advice" id={adviceId}>
          {translate('settings.paragraphNumbers.advice')}
        </span>
      </label>
      <figure className="preview">
        <figcaption>{translate('settings.preview')}</figcaption>
        <div className="preview-page">
          <p className="article preview-text" lang="en">
            {translate('settings.preview.text')}
          </p>
        </div>
      </figure>
      <Button
        className="small-button settings-reset"
        isDisabled={isPlain}
        onPress={() => void settings.resetTypography()}
      >
        {translate('settings.reset')}
      </Button>
    </>
  )
}
