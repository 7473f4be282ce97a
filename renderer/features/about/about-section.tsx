// What the program is: its version, what carries it, and the works of others in it. A section of the settings.
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { About } from '../../../electron/contract/about.ts'
import { describeError } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { Mark } from '../../ui/mark.tsx'
import './about.css'

function Works({ works }: Pick<About, 'works'>): ReactNode {
  const translate = useTranslate()
  return (
    <details className="about-works">
      <summary>{translate('about.works', { count: works.length })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{translate('about.work')}</th>
            <th scope="col">{translate('about.version')}</th>
            <th scope="col">{translate('about.licence')}</th>
          </tr>
        </thead>
        <tbody>
          {works.map(({ name, version, licence }) => (
            <tr key={`${name} ${version}`}>
              <th scope="row">{name}</th>
              <td>{version}</td>
              <td>{licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Shows the section. */
export function AboutSection(): ReactNode {
  const { about: store } = usePageState()
  const translate = useTranslate()
  const { about, error } = useStore(store.store)
  useEffect(() => void store.load(), [store])
  if (error !== null) return <p role="alert">{describeError(error, translate)}</p>
  if (about === null) return <p role="status">{translate('about.loading')}</p>
  return (
    <div className="about">
      <p className="about-name">
        <Mark />
        <span>{translate('about.bookwheel', { version: about.version })}</span>
      </p>
      <p className="about-line">{translate('about.what')}</p>
      <p className="about-line">
        {translate('about.runtimes', {
          list: about.runtimes.map(({ name, version }) => `${name} ${version}`).join(', '),
        })}
      </p>
      <Works works={about.works} />
    </div>
  )
}
