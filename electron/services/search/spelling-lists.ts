// The words that British and American English spell differently, as data for fold-spelling.ts. Pure.
// A pair is listed only where neither spelling is also another common word. So cheque and check, tyre and tire,
// storey and story, draught and draft, kerb and curb, disc and disk, prologue and Prolog are left apart.

const words = (text: string): string[] => text.trim().split(/\s+/)

/** Beginnings of words in -our (American -or), anywhere in a word: colour, watercolour, discoloured, honourable. */
export const ourStems = words(`
  arb ard arm behavi cand clam clang col demean dol enam endeav fav ferv flav glam harb hon hum lab
  neighb od parl ranc rig rum sav savi splend succ tum val vap vig
`)

/** Words in -re (American -er) without that ending; only whole words and the listed compounds are folded. */
export const reStems = words(`
  accout calib fib goit louv lust lacklust meag mit och reconnoit sab saltpet scept sepulch somb spect
  tit maneuv outmaneuv (?:amphi)?theat (?:de|epi|hyper)?cent
  (?:kilo|centi|deci|milli|micro|nano|hecto)?(?:met|lit)
`)

/** What may follow -re: centres, sombrely, fibreglass, centreline, theatregoers. */
export const reEndings = words(`
  back board boards fold folds glass goer goers going ground less line lines ly ness optic optics piece
  pieces s
`)

/** Verbs and nouns whose last l British English doubles before an ending: travelled, cancelling, jeweller. */
export const doubledLStems = words(`
  apparel backpedal barrel bedevil bejewel bevel bushel cancel carol cavil channel chisel council counsel
  cruel cudgel devil dial disembowel dishevel drivel duel enamel equal flannel fuel funnel gambol gravel
  grovel gruel impanel imperil initial jewel kennel label level libel marshal marvel medal metal model
  panel parcel pedal pencil peril pummel quarrel ravel refuel revel rival shovel shrivel signal snivel
  snorkel spiral squirrel stencil swivel tassel tinsel total towel trammel travel trial tunnel victual
  weasel wool yodel
`)

/** Words that American English writes with a double l at the end, or before -ment: fulfil, enrolment. */
export const singleLStems = ['appal', 'distil', 'enrol', 'enthral', 'fulfil', 'instal', 'instil']

/** Words in -ogue that American English also writes in -og. */
export const ogueStems = ['analog', 'catalog', 'dialog', 'homolog', 'monolog', 'travelog']

/** Nouns in -ce that American English writes in -se, and what may follow. */
export const ceStems = ['defen', 'licen', 'offen', 'preten']

/**
 * Other differences that hold at the beginning of a word, whatever follows: mostly ae and oe in words from Greek.
 * British first. Where the British beginning is only safe before some letters, they stand in a lookahead.
 */
export const beginnings: [british: string, american: string][] = [
  ['aeon(?=s?$)', 'eon'],
  ['aetiolog', 'etiolog'],
  ['amoeb', 'ameb'],
  ['anaem', 'anem'],
  ['archaeo', 'archeo'],
  ['artefact', 'artifact'],
  ['caesarean', 'cesarean'],
  ['carburett', 'carburet'],
  ['chimaer', 'chimer'],
  ['coeliac', 'celiac'],
  ['cos(?=y$|ie[rs]t?$|ily$|iness$)', 'coz'],
  ['encyclopaed', 'encycloped'],
  ['faec', 'fec'],
  ['foet(?=us|al|id)', 'fet'],
  ['grey', 'gray'],
  ['gynaec', 'gynec'],
  ['haem(?=at|o)', 'hem'],
  ['homoeo', 'homeo'],
  ['hyaena', 'hyena'],
  ['jewellery(?=$)', 'jewelry'],
  ['leukaem', 'leukem'],
  ['mediaeval', 'medieval'],
  ['moult', 'molt'],
  ['moustach', 'mustach'],
  ['oedem', 'edem'],
  ['oenolog', 'enolog'],
  ['oesoph', 'esoph'],
  ['oestr', 'estr'],
  ['orthopaed', 'orthoped'],
  ['paed(?=iatr|o)', 'ped'],
  ['palaeo', 'paleo'],
  ['primaeval', 'primeval'],
  ['(sub)?programme(?=s?$)', '$1program'],
  ['pyjama', 'pajama'],
  ['recognizance', 'recognisance'],
  ['skilful', 'skillful'],
  ['tranquill(?=i)', 'tranquil'],
  ['unskilful', 'unskillful'],
  ['wilful', 'willful'],
  ['yoghurt', 'yogurt'],
]

/** Differences that hold anywhere in a word: anaesthetic, Eurosceptic, disulphide, snowplough, outmanoeuvre, smoulder. */
export const insides: [british: string, american: string][] = [
  ['aesthe', 'esthe'],
  ['manoeuv', 'maneuv'],
  ['mould', 'mold'],
  ['plough', 'plow'],
  ['sceptic', 'skeptic'],
  ['rrhoea', 'rrhea'],
  ['sulph', 'sulf'],
]

/** Differences that hold at the end of a word: leukaemia, judgement, practising, focussed. */
export const endings: [british: string, american: string][] = [
  ['aemi(?=as?$|c$)', 'emi'],
  ['(judg|acknowledg|abridg|lodg)ement(?=s?$)', '$1ment'],
  ['practis(?=e[drs]?$|ers$|ing$)', 'practic'],
  ['(focus|bias)s(?=e[ds]$|ing$)', '$1'],
  ['(benefit)t(?=ed$|ing$)', '$1'],
  ['(worship)p(?=ed$|ing$|ers?$)', '$1'],
  ['(lik|liv|lov|mov|sal|shak|siz)eabl(?=[ey]$)', '$1abl'],
  ['^ageing$', 'aging'],
  ['^(|kilo|centi|milli|micro|nano)gramme(?=s?$)', '$1gram'],
]
