// The rival at keeping highlights: electron-store's base class as its readme shows it, one store for all, one `set` for
// each highlight. Run by bench-notes.ts with a folder that holds `notes.json`; prints the milliseconds of each set.
import Conf from 'conf'

const [cwd = '.', count = '5'] = process.argv.slice(2)

const store = new Conf({ cwd, configName: 'notes', accessPropertiesByDotNotation: false })
const [first] = Object.values(store.store)
if (typeof first !== 'object') throw new Error('the rival’s store is empty')

const times = Array.from({ length: Number(count) }, (_, number) => {
  const begin = performance.now()
  store.set(`highlight-${number}`, first)
  return performance.now() - begin
})
console.log(JSON.stringify(times))
