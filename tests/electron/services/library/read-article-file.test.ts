// One file of the library: what it becomes, and every way in which it can be unusable.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article, LibraryProblem } from '../../../../electron/contract/article.ts'
import { articleText } from '../../../../electron/contract/article-text.ts'
import { readArticleFile } from '../../../../electron/services/library/read-article-file.ts'
import { articleSource } from './article-source.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bookwheel-article-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function readSource(source: string | Uint8Array, file = 'road.md') {
  await writeFile(join(folder, file), source)
  return readArticleFile(folder, file, 'bundled')
}

async function articleOf(source: string | Uint8Array): Promise<Article> {
  const reading = await readSource(source)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.article
}

async function problemsOf(source: string | Uint8Array, file = 'road.md'): Promise<LibraryProblem[]> {
  const reading = await readSource(source, file)
  if (reading.ok) throw new Error('the file was read')
  return reading.problems
}

/** The reason of the only problem, which must be the whole file's. */
async function reasonOf(source: string | Uint8Array, file = 'road.md'): Promise<string> {
  const problems = await problemsOf(source, file)
  expect(problems).toEqual([{ file, field: null, reason: expect.any(String) }])
  return problems[0]?.reason ?? ''
}

describe('a sound file', () => {
  it('becomes an article', async () => {
    const article = await articleOf(articleSource())
    const text = 'The road goes north.\nFurther on\nIt ends at the sea.'
    expect(articleText(article.blocks)).toBe(text)
    expect({ ...article, blocks: article.blocks.length }).toEqual({
      id: 'road',
      collection: 'bundled',
      title: 'A road north',
      kind: 'explainer',
      account: {
        outlet: 'The Example',
        headline: 'Road: north',
        section: null,
        agencies: ['AFP'],
        author: null,
        date: '2026-02',
        language: 'en',
        translated: false,
      },
      retelling: true,
      language: 'en',
      tags: ['north', 'road-works'],
      note: null,
      wordCount: 11,
      contentHash: createHash('sha256').update(text).digest('hex'),
      blocks: 3,
    })
  })

  it('is the same article with a byte order mark and with the line ends of Windows or old Macs', async () => {
    const plain = await articleOf(articleSource())
    const spoiled = '\uFEFF' + articleSource()
    expect(await articleOf(spoiled)).toEqual(plain)
    expect(await articleOf(spoiled.replaceAll('\n', '\r\n'))).toEqual(plain)
    expect(await articleOf(spoiled.replaceAll('\n', '\r'))).toEqual(plain)
  })

  it('has a hash of its text alone', async () => {
    const { contentHash } = await articleOf(articleSource())
    expect((await articleOf(articleSource({ title: 'title: Another' }))).contentHash).toBe(contentHash)
    expect((await articleOf(articleSource({}, 'The road goes south.'))).contentHash).not.toBe(contentHash)
  })

  it.each([
    ['2026', '2026'],
    ['2026-02-28', '2026-02-28'],
    ["'2026'", '2026'],
    ['', null],
    ['~', null],
  ])('may write its date as %j', async (written, date) => {
    expect((await articleOf(articleSource({ 'account.date': `  date: ${written}` }))).account.date).toBe(date)
  })

  it('may leave lists empty', async () => {
    const article = await articleOf(articleSource({ 'account.agencies': '  agencies:', tags: 'tags:' }))
    expect([article.account.agencies, article.tags]).toEqual([[], []])
  })

  it('may hold lines --- in its text', async () => {
    const article = await articleOf(articleSource({}, 'One.\n\n---\n\nTwo.'))
    expect(articleText(article.blocks)).toBe('One.\nTwo.')
  })

  it('counts words of any script', async () => {
    expect((await articleOf(articleSource({}, 'Мир и дружба: 2 слова?'))).wordCount).toBe(5)
    expect((await articleOf(articleSource({}, '和平与友谊'))).wordCount).toBeGreaterThan(1)
  })
})

describe('front matter', () => {
  it.each([
    ['is missing', '# Only text\n', 'there is no front matter'],
    ['does not begin on the first line', '\n' + articleSource(), 'there is no front matter'],
    ['is not closed', '---\ntitle: x\n\ntext', 'not closed'],
    ['is empty', '---\n---\ntext', 'must not be empty'],
    ['is no map', '---\n- a\n---\ntext', 'must hold fields of its own'],
    ['is broken YAML', articleSource({ kind: 'kind: a: b' }), 'line 3 is not usable YAML'],
    ['leaves a quotation open', articleSource({ title: 'title: "x' }), 'is not usable YAML'],
    ['ends inside a bracket', articleSource({ tags: 'tags: [a, b' }), 'is not usable YAML'],
    [
      'holds a field twice',
      articleSource({ kind: 'title: again' }),
      'line 3 is not usable YAML: Map keys must be unique',
    ],
    ['holds an unknown tag', articleSource({ title: 'title: !js/function x' }), 'line 2'],
    ['holds an alias', articleSource({ title: 'title: &t x', note: 'note: *t' }), 'aliases'],
    ['holds an alias of nothing', articleSource({ note: 'note: *t' }), 'aliases'],
    [
      'is longer than any front matter',
      articleSource({ note: `note: ${'x'.repeat(70_000)}` }),
      'longer than',
    ],
    ['nests without end', articleSource({ tags: `tags: ${'['.repeat(30_000)}` }), 'lists and brackets'],
    [
      'nests lists without end',
      articleSource({ tags: `tags:\n${'- '.repeat(30_000)}a` }),
      'lists and brackets',
    ],
  ])('that %s is a problem of the file', async (_, source, reason) => {
    expect(await reasonOf(source)).toContain(reason)
  })

  it('that would grow without end is refused at once', async () => {
    const laughs = Array.from({ length: 20 }, (_, level) =>
      level === 0 ? 'l0: &l0 [ha, ha]' : `l${level}: &l${level} [*l${level - 1}, *l${level - 1}]`,
    )
    expect(await reasonOf(articleSource({ note: laughs.join('\n') }))).toContain('aliases')
  })

  it.each([
    ['title', null, 'the field is missing'],
    ['title', 'title:', 'must not be empty'],
    ['title', "title: '  '", 'must not be empty'],
    ['title', 'title: |\n  two\n  lines', 'must be a single line'],
    ['title', 'title: 1984', 'must be text; put it in quotation marks'],
    ['title', 'title: [a]', 'must be text; put it in quotation marks'],
    [
      'kind',
      'kind: poem',
      'must be one of explainer, wire-report, news-analysis, institute-commentary, opinion',
    ],
    ['account.outlet', null, 'the field is missing'],
    ['account.outlet', '  outlet: ""', 'must not be empty'],
    ['account.headline', '  headline: 1984', 'must be text; put it in quotation marks'],
    ['account.agencies', null, 'the field is missing'],
    ['account.agencies', '  agencies: AFP', 'must be a list'],
    ['account.date', null, 'the field is missing'],
    ['account.date', '  date: February 2026', 'write a date as YYYY, YYYY-MM or YYYY-MM-DD'],
    ['account.date', '  date: 2026-02-30', 'there is no such day'],
    ['account.date', '  date: true', 'must be text; put it in quotation marks'],
    ['account.language', '  language: English', 'use a language tag such as en or pt-BR'],
    ['account.translated', '  translated: perhaps', 'must be true or false'],
    ['retelling', 'retelling: "true"', 'must be true or false'],
    ['language', 'language:', 'must not be empty'],
    ['tags', null, 'the field is missing'],
    ['note', null, 'the field is missing'],
    ['note', 'note: 7', 'must be text; put it in quotation marks'],
  ])('with %s written as %j is told by its field', async (field, line, reason) => {
    expect(await problemsOf(articleSource({ [field]: line }))).toEqual([{ file: 'road.md', field, reason }])
  })

  it('names the item of a list that is wrong', async () => {
    expect(await problemsOf(articleSource({ tags: 'tags: [road, North, 7]' }))).toEqual([
      { file: 'road.md', field: 'tags.1', reason: 'write tags in lower case' },
      { file: 'road.md', field: 'tags.2', reason: 'must be text; put it in quotation marks' },
    ])
  })

  it('with fields that do not exist names each', async () => {
    const source = articleSource({
      note: 'note:\nauthor: me\n__proto__: x',
      'account.author': '  author:\n  page: 3',
    })
    expect(await problemsOf(source)).toEqual([
      { file: 'road.md', field: 'account.page', reason: 'there is no such field' },
      { file: 'road.md', field: 'author', reason: 'there is no such field' },
      { file: 'road.md', field: '__proto__', reason: 'there is no such field' },
    ])
  })

  it('tells all problems of a file at once', async () => {
    const problems = await problemsOf(
      articleSource({ title: null, kind: 'kind: poem', 'account.date': '  date: x' }),
    )
    expect(problems.map((problem) => problem.field)).toEqual(['title', 'kind', 'account.date'])
  })
})

describe('a file that cannot be used', () => {
  it.each(['Road.md', 'a b.md', '-a.md', 'con.md', '.md', 'x.MD', `${'a'.repeat(65)}.md`, 'дорога.md'])(
    'has a name that makes no id: %s',
    async (file) => {
      // Not written: some systems cannot hold such a file, and the name alone decides.
      const reason = expect.stringContaining('its name makes no article id')
      expect(await readArticleFile(folder, file, 'bundled')).toEqual({
        ok: false,
        problems: [{ file, field: null, reason }],
      })
    },
  )

  it.each([
    ['empty', '', 'there is no front matter'],
    ['without text', articleSource({}, ''), 'there is no text below the front matter'],
    [
      'of comments alone',
      articleSource({}, '<!-- to do -->\n\n***'),
      'there is no text below the front matter',
    ],
    ['nested beyond all use', articleSource({}, '>'.repeat(20_000)), 'nests more than 100 levels deep'],
  ])('is %s', async (_, source, reason) => {
    expect(await reasonOf(source)).toContain(reason)
  })

  it.each([
    ['Latin 1', Buffer.from(articleSource({ title: 'title: Émile' }), 'latin1')],
    ['UTF-16 with its mark', Buffer.from('\uFEFF' + articleSource(), 'utf16le')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff])],
  ])('is in %s', async (_, bytes) => {
    expect(await reasonOf(bytes)).toBe('is not in UTF-8')
  })

  it('is larger than 5 MB', async () => {
    const head = articleSource({}, '')
    const limit = 5 * 1024 * 1024
    expect(await reasonOf(head + ' '.repeat(limit + 1 - head.length))).toBe('is larger than 5 MB')
    expect(await reasonOf(head + ' '.repeat(limit - head.length))).toContain('no text')
  })

  it('is a folder', async () => {
    await mkdir(join(folder, 'road.md'))
    expect(await readArticleFile(folder, 'road.md', 'bundled')).toEqual({
      ok: false,
      problems: [{ file: 'road.md', field: null, reason: 'is not a file' }],
    })
  })

  // Making a symbolic link on Windows needs a right that few accounts have.
  it.skipIf(process.platform === 'win32')('is a symbolic link', async () => {
    await writeFile(join(folder, 'target.md'), articleSource())
    await symlink(join(folder, 'target.md'), join(folder, 'road.md'))
    expect(await readArticleFile(folder, 'road.md', 'bundled')).toEqual({
      ok: false,
      problems: [{ file: 'road.md', field: null, reason: 'is a symbolic link, which is not followed' }],
    })
  })

  it('has gone', async () => {
    expect(await readArticleFile(folder, 'road.md', 'bundled')).toEqual({
      ok: false,
      problems: [{ file: 'road.md', field: null, reason: 'cannot be read: ENOENT' }],
    })
  })
})
