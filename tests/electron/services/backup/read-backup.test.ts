// What is a backup, and every way in which a file is none.
import { deflateRawSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { BackupProblem } from '../../../../electron/contract/backup.ts'
import { Failure } from '../../../../electron/contract/errors.ts'
import { readBackup } from '../../../../electron/services/backup/read-backup.ts'
import { zipLimits } from '../../../../electron/services/backup/zip.ts'
import { sampleAnnotation } from '../../storage/sample-annotation.ts'
import type { Files } from './make-zip.ts'
import {
  changeBackup,
  contents,
  forgeZip,
  makeBackup,
  pace,
  readJson,
  time,
  toFile,
  vouch,
} from './make-zip.ts'

async function problemOf(bytes: Uint8Array): Promise<[BackupProblem, string | null]> {
  try {
    await readBackup(new Uint8Array(bytes), pace)
  } catch (cause) {
    if (cause instanceof Failure && cause.error.code === 'backup-unreadable') {
      return [cause.error.problem, cause.error.path]
    }
    throw cause
  }
  throw new Error('it was read')
}

/** Changes a JSON file and lets the manifest vouch for it. */
async function rewrite(files: Files, path: string, change: object): Promise<void> {
  files[path] = toFile(JSON.stringify({ ...readJson(files, path), ...change }))
  await vouch(files)
}

describe('a backup', () => {
  it('is read as it was made', async () => {
    const { manifest, contents: read } = await readBackup(await makeBackup(), pace)
    expect(read).toEqual(contents)
    expect(manifest).toMatchObject({ format: 1, program: 'Bookwheel', version: '1.2.3', createdAt: time })
  })

  it('names every file with its size and its sum, but for the manifest itself', async () => {
    const files = unzipSync(await makeBackup())
    const { manifest } = await readBackup(await makeBackup(), pace)
    expect(Object.keys(files)).toEqual(['manifest.json', ...manifest.files.map(({ path }) => path)])
    expect(manifest.files.map(({ path }) => path)).toEqual([
      'settings.json',
      'workspace.json',
      'desks.json',
      'catalogue.json',
      'reading.json',
      'searches.json',
      'annotations/treaty.json',
      'annotations/lantern.json',
      'editions/treaty.json',
    ])
    for (const { path, bytes } of manifest.files) expect(files[path]).toHaveLength(bytes)
  })

  it('may come from a program that kept no desks under names', async () => {
    const bytes = await changeBackup(async (files) => {
      delete files['desks.json']
      await vouch(files)
    })
    expect((await readBackup(bytes, pace)).contents.desks).toEqual([])
  })

  it('may lack a desk', async () => {
    const bytes = await changeBackup(async (files) => {
      delete files['workspace.json']
      await vouch(files)
    })
    expect((await readBackup(bytes, pace)).contents.workspace).toBeNull()
  })

  it('may be from before what was read and searches were kept', async () => {
    const bytes = await changeBackup(async (files) => {
      delete files['reading.json']
      delete files['searches.json']
      await vouch(files)
    })
    expect((await readBackup(bytes, pace)).contents).toEqual({ ...contents, reading: [], searches: [] })
  })

  it('may have been packed anew without compression', async () => {
    const files = unzipSync(await makeBackup())
    expect((await readBackup(zipSync(files, { level: 0 }), pace)).contents).toEqual(contents)
  })
})

describe('a file that is no backup', () => {
  it.each([
    ['nothing at all', new Uint8Array()],
    ['some text', toFile('Dear reader, this is no backup. '.repeat(100))],
    ['only zeros', new Uint8Array(100_000)],
    ['an empty zip', zipSync({})],
    ['a zip of something else', zipSync({ 'letter.txt': toFile('Dear reader') })],
  ])('is %s', async (_what, bytes) => {
    expect(await problemOf(bytes)).toEqual(['not-a-backup', null])
  })
})

describe('a damaged backup', () => {
  it('is refused wherever it was cut off', async () => {
    const whole = await makeBackup()
    for (let length = 4; length < whole.length; length += 61) {
      expect(await problemOf(whole.subarray(0, length)), `cut off at ${length}`).toEqual(['damaged', null])
    }
  })

  it('is refused whichever byte of it has changed, or says the same as before', async () => {
    const whole = await makeBackup()
    const expected = JSON.stringify([...contents.annotations])
    const outcomes: unknown[] = []
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = Uint8Array.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0x55
      const outcome = readBackup(bytes, pace).then(
        (backup) => JSON.stringify([...backup.contents.annotations]),
        (cause: unknown) => cause,
      )
      outcomes.push(await outcome)
    }
    const refused = outcomes.filter((outcome) => outcome instanceof Failure)
    expect(refused.length).toBeGreaterThan(outcomes.length / 2)
    // Times, attributes and sums of the zip's own say nothing of what is in it.
    const read = outcomes.filter((outcome) => !(outcome instanceof Failure))
    expect(new Set(read)).toEqual(new Set([expected]))
  })

  it('is refused where its list names a file that is not there', async () => {
    const packed = deflateRawSync('{}')
    const [path, lost] = ['annotations/a.json', 'manifest.json']
    const zip = forgeZip([path, lost].map((name) => ({ path: name, packed, claimedSize: 2 })))
    // The header of the second file, behind that of the first, its name and what is in it.
    const second = 30 + path.length + packed.length
    expect(zip.subarray(second, second + 2)).toEqual(toFile('PK'))
    zip[second] = 0
    expect(await problemOf(zip)).toEqual(['damaged', null])
  })

  it.each<[string, (files: Files) => void | Promise<void>, [BackupProblem, string | null]]>([
    [
      'a file was changed',
      (files) => void (files['settings.json'] = toFile('{"format":1,"theme":"dark"}')),
      ['damaged', 'settings.json'],
    ],
    [
      'a file is missing',
      (files) => void delete files['annotations/treaty.json'],
      ['damaged', 'annotations/treaty.json'],
    ],
    [
      'there is a file that the manifest does not name',
      (files) => void (files['annotations/north.json'] = toFile('{"format":1,"annotations":[]}')),
      ['damaged', 'annotations/north.json'],
    ],
    [
      'the manifest is no JSON',
      (files) => void (files['manifest.json'] = toFile('{"format":')),
      ['damaged', 'manifest.json'],
    ],
    [
      'the manifest names a file twice',
      (files) => {
        const manifest = readJson(files, 'manifest.json')
        const listed: unknown = manifest['files']
        if (!Array.isArray(listed)) throw new Error('no list')
        files['manifest.json'] = toFile(JSON.stringify({ ...manifest, files: [...listed, listed[0]] }))
      },
      ['damaged', 'manifest.json'],
    ],
    [
      'the settings are left out, and the manifest agrees',
      async (files) => {
        delete files['settings.json']
        await vouch(files)
      },
      ['damaged', 'settings.json'],
    ],
  ])('is refused where %s', async (_what, change, problem) => {
    expect(await problemOf(await changeBackup(change))).toEqual(problem)
  })
})

describe('a backup whose sums are right', () => {
  it.each<[string, string, object]>([
    ['a setting is none', 'settings.json', { theme: 'neon' }],
    ['there is a setting too many', 'settings.json', { colour: 'red' }],
    ['the desk has a pane of no article', 'workspace.json', { panes: [{ articleId: '../x' }] }],
    ['the catalogue is none', 'catalogue.json', { removedCollections: 'all' }],
    ['what was read is none', 'reading.json', { articles: [{ articleId: '../x', read: true }] }],
    ['a saved search is none', 'searches.json', { searches: [{ name: 'Treaties' }] }],
    [
      'an annotation is none',
      'annotations/treaty.json',
      { annotations: [{ ...sampleAnnotation(1), note: 7 }] },
    ],
    [
      'an annotation is of another article',
      'annotations/treaty.json',
      { annotations: [sampleAnnotation(1, 'lantern')] },
    ],
    [
      'two annotations have one id',
      'annotations/treaty.json',
      { annotations: [sampleAnnotation(1), { ...sampleAnnotation(1), note: 'Twice' }] },
    ],
    ['a text is not the one of its hash', 'editions/treaty.json', { texts: { ['a'.repeat(64)]: 'Another' } }],
    ['a text has no hash', 'editions/treaty.json', { texts: { first: 'Another' } }],
    ['a file does not say its format', 'annotations/treaty.json', { format: undefined }],
  ])('is refused all the same where %s', async (_what, path, change) => {
    const bytes = await changeBackup((files) => rewrite(files, path, change))
    expect(await problemOf(bytes)).toEqual(['invalid-record', path])
  })

  it('is refused where a file is no text', async () => {
    const bytes = await changeBackup(async (files) => {
      files['catalogue.json'] = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])
      await vouch(files)
    })
    expect(await problemOf(bytes)).toEqual(['invalid-record', 'catalogue.json'])
  })
})

describe('a backup of a newer program', () => {
  it('is told as such, whatever else is in it', async () => {
    const bytes = await changeBackup((files) => {
      files['manifest.json'] = toFile('{"format":2,"signature":"?"}')
      files['future.bin'] = toFile('?')
    })
    expect(await problemOf(bytes)).toEqual(['newer-format', null])
  })

  it('is told as such where only one of its files is newer', async () => {
    const bytes = await changeBackup((files) =>
      rewrite(files, 'annotations/treaty.json', { format: 2, more: [] }),
    )
    expect(await problemOf(bytes)).toEqual(['newer-format', 'annotations/treaty.json'])
  })
})

describe('a backup with a file that does not belong there', () => {
  it.each([
    '../evil.json',
    '/etc/passwd',
    'annotations/../settings.json',
    'annotations/con.json',
    'editions/../settings.json',
    'editions/Treaty.json',
    'other/treaty.json',
    'annotations/Treaty.json',
    'annotations/a/b.json',
    'annotations\\treaty.json',
    'annotations/',
    'C:\\evil.json',
    'quarantine/settings.json',
    'bookwheel.lock',
    'SETTINGS.json',
    '__proto__x',
  ])('such as %s is refused', async (path) => {
    const bytes = await changeBackup(async (files) => {
      files[path] = toFile('{"format":1,"annotations":[]}')
      await vouch(files)
    })
    expect(await problemOf(bytes)).toEqual(['unexpected-file', path])
  })
})

/** Deflated zeros. */
function zeros(size: number): Uint8Array {
  return deflateRawSync(new Uint8Array(size))
}

describe('a bomb', () => {
  const path = 'annotations/bomb.json'

  it('is told apart from a whole zip that was made in the same way', async () => {
    const zip = forgeZip([{ path: 'letter.txt', packed: zeros(1000), claimedSize: 1000 }])
    expect(unzipSync(zip)['letter.txt']).toHaveLength(1000)
    expect(await problemOf(zip)).toEqual(['not-a-backup', null])
  })

  it('that tells its size is not unpacked', async () => {
    const size = zipLimits.fileBytes + 1
    const zip = forgeZip([{ path, packed: zeros(size), claimedSize: size }])
    expect(zip.length).toBeLessThan(100_000)
    expect(await problemOf(zip)).toEqual(['too-large', path])
  })

  it('in several files is not unpacked', async () => {
    const packed = zeros(zipLimits.fileBytes)
    const count = zipLimits.totalBytes / zipLimits.fileBytes + 1
    const files = Array.from({ length: count }, (_, at) => ({
      path: `annotations/a${at}.json`,
      packed,
      claimedSize: zipLimits.fileBytes,
    }))
    expect(await problemOf(forgeZip(files))).toEqual(['too-large', `annotations/a${count - 1}.json`])
  })

  it('of more files than any backup has is not unpacked', async () => {
    const packed = deflateRawSync('')
    const files = Array.from({ length: zipLimits.files + 1 }, (_, at) => ({
      path: `annotations/a${at}.json`,
      packed,
      claimedSize: 0,
    }))
    expect(await problemOf(forgeZip(files))).toEqual(['too-large', `annotations/a${zipLimits.files}.json`])
  })

  it('that lies about its size is found out in its first bytes', async () => {
    const zip = forgeZip([{ path, packed: zeros(200 * 1024 * 1024), claimedSize: 1000 }])
    const read: number[] = []
    const counting = { step: async (done: number) => void read.push(done) }
    await expect(readBackup(zip, counting)).rejects.toThrow('backup-unreadable')
    expect(read).toEqual([])
    expect(await problemOf(zip)).toEqual(['damaged', path])
  })

  it('that claims more than can be made of its bytes gets no memory', async () => {
    const zip = forgeZip([{ path, packed: deflateRawSync('{}'), claimedSize: zipLimits.fileBytes }])
    expect(await problemOf(zip)).toEqual(['damaged', path])
  })

  it('within a file of the right size, one layer down, stays packed', async () => {
    const bytes = await changeBackup(async (files) => {
      files['settings.json'] = new Uint8Array(zeros(10_000_000))
      await vouch(files)
    })
    expect(await problemOf(bytes)).toEqual(['invalid-record', 'settings.json'])
  })
})
