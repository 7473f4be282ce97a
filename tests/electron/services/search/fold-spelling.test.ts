import { describe, expect, it } from 'vitest'
import { foldSpelling, foldUnfinishedSpelling } from '../../../../electron/services/search/fold-spelling.ts'

const list = (text: string): string[] => text.trim().split(/\s+/)

function areOneWord(pair: string): boolean {
  const [one = '', other = ''] = pair.split('/')
  return foldSpelling(one) === foldSpelling(other)
}

describe('foldSpelling', () => {
  const pairs = list(`
    organise/organize organised/organized organising/organizing organisation/organization
    organisations/organizations organiser/organizer organisational/organizational realisable/realizable
    weaponise/weaponize stabilising/stabilizing agonisingly/agonizingly aggrandisement/aggrandizement
    analyse/analyze analysed/analyzed analysing/analyzing paralyse/paralyze catalyser/catalyzer
    colour/color coloured/colored colourful/colorful watercolour/watercolor discoloured/discolored
    labour/labor labourer/laborer neighbour/neighbor neighbourhood/neighborhood neighbourliness/neighborliness
    honour/honor honourable/honorable dishonour/dishonor favourite/favorite behaviour/behavior
    behavioural/behavioral harbour/harbor armour/armor armoured/armored rumour/rumor humour/humor endeavour/endeavor
    colourise/colorize vapour/vapor saviour/savior rigour/rigor vigour/vigor odour/odor tumour/tumor
    centre/center centres/centers centred/centered centring/centering centreline/centerline epicentre/epicenter
    theatre/theater theatregoers/theatergoers amphitheatre/amphitheater metre/meter kilometres/kilometers
    litre/liter fibre/fiber fibreglass/fiberglass calibre/caliber sombre/somber spectre/specter meagre/meager
    manoeuvre/maneuver manoeuvred/maneuvered manoeuvring/maneuvering manoeuvrable/maneuverable
    defence/defense defences/defenses defenceless/defenseless offence/offense licence/license pretence/pretense
    practise/practice practised/practiced practising/practicing
    travelled/traveled travelling/traveling traveller/traveler cancelled/canceled labelled/labeled
    labelling/labeling unlabelled/unlabeled modelled/modeled remodelling/remodeling levelled/leveled
    fuelled/fueled refuelling/refueling signalled/signaled channelled/channeled counsellor/counselor
    councillor/councilor marvellous/marvelous jeweller/jeweler jewellery/jewelry panellist/panelist
    unrivalled/unrivaled unravelled/unraveled cruellest/cruelest woollen/woolen marshalled/marshaled
    fulfil/fulfill fulfilment/fulfillment enrol/enroll enrolment/enrollment instalment/installment
    skilful/skillful skilfully/skillfully wilful/willful
    catalogue/catalog catalogued/cataloged cataloguing/cataloging dialogue/dialog dialogues/dialogs
    analogue/analog programme/program programmes/programs grey/gray greyish/grayish
    encyclopaedia/encyclopedia anaesthetic/anesthetic anaemia/anemia leukaemia/leukemia haemorrhage/hemorrhage
    paediatric/pediatric palaeontology/paleontology mediaeval/medieval foetus/fetus oestrogen/estrogen
    oesophagus/esophagus orthopaedic/orthopedic archaeology/archeology aesthetics/esthetics diarrhoea/diarrhea
    judgement/judgment acknowledgement/acknowledgment ageing/aging sceptic/skeptic scepticism/skepticism
    eurosceptic/euroskeptic sulphur/sulfur artefact/artifact mould/mold plough/plow cosy/cozy pyjamas/pajamas
    tranquillity/tranquility tranquilliser/tranquilizer focussed/focused sizeable/sizable yoghurt/yogurt
  `)

  it('makes the British and the American spelling one word', () => {
    expect(pairs.filter((pair) => !areOneWord(pair))).toEqual([])
  })

  it('keeps words apart that only look like such a pair', () => {
    const traps = list(`
      prize/prise size/sise four/for tour/tor timbre/timber storey/story
      tyre/tire cheque/check draught/draft kerb/curb disc/disk prologue/prolog plough/plover septic/sceptic
      raise/raze analysis/analyses defence/fence licence/lice advice/advise device/devise practice/practical
      filled/filed willing/wiling cancel/cancer councillor/counsellor
      centre/cent metre/met programme/programmed grey/grew
      metal/mettle medal/meddle travel/travail story/storm desert/dessert principal/principle
      harbor/arbor foetus/fete paean/pean daemon/demon prophecy/prophesy
      whisky/whiskey council/counsel moulding/molting vice/vise stationary/stationery complement/compliment
    `)
    expect(traps.filter(areOneWord)).toEqual([])
  })

  it('leaves words alone that have one spelling', () => {
    const words = list(`
      four hour tour pour your sour flour contour detour velour paramour troubadour glamorous honorary humorous laborious
      rise arise wise promise premise advise exercise enterprise expertise surprise comprise compromise prize size seize
      called filled rolled polled controlled expelled compelled patrolled rebelled excelled selling filling hello parallel
      acre genre massacre mediocre timbre macabre ogre cadre sombrero perimeter
      fence hence science essence presence difference licentious offender defendant
      league vague rogue tongue synagogue programming programmed coexist poem shoes aerial maestro phoenix
      treaty turbulence horizons multipolar partnership международный 条约 3.5 15th
    `)
    expect(words.map(foldSpelling)).toEqual(words)
  })

  it('changes nothing more when it is applied again', () => {
    const folded = pairs.flatMap((pair) => pair.split('/')).map(foldSpelling)
    expect(folded.map(foldSpelling)).toEqual(folded)
  })
})

describe('foldUnfinishedSpelling', () => {
  it.each([
    ['organiz', 'organisation'],
    ['organizat', 'organisation'],
    ['analyz', 'analyse'],
    ['colou', 'color'],
    ['neighbourh', 'neighborhood'],
  ])('turns %s into a beginning of the folded %s', (begun, word) => {
    expect(foldSpelling(word).startsWith(foldUnfinishedSpelling(begun))).toBe(true)
  })

  it('leaves other beginnings as they are', () => {
    expect(list('tre siz priz hou fou').map(foldUnfinishedSpelling)).toEqual(list('tre siz priz hou fou'))
  })
})
