// A copy of the built program whose library a spec may change: the corpus lies where the program lies.
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './hosts/program-folder.ts'

/** The whole text of an article file. `date` is as precise as wanted, or empty. */
export function articleFile(fields: {
  title: string
  date: string
  language: string
  paragraphs: readonly string[]
}): string {
  const { title, date, language, paragraphs } = fields
  return `---
title: ${title}
kind: opinion
account:
  outlet: Test Courier
  headline:
  section:
  agencies: []
  author:
  date: ${date}
  language: ${language}
  translated: false
retelling: false
language: ${language}
tags: []
note:
---

${paragraphs.join('\n\n')}
`
}

/** Copies the program into `folder` and adds files (by name) to its articles. Answers `folder`. */
export function copyProgram(folder: string, addedArticles: Readonly<Record<string, string>>): string {
  for (const part of ['out', 'corpus', 'package.json']) {
    cpSync(join(projectFolder, part), join(folder, part), { recursive: true })
  }
  for (const [name, text] of Object.entries(addedArticles)) {
    writeFileSync(join(folder, 'corpus', 'articles', name), text)
  }
  return folder
}
