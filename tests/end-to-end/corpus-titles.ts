// The bundled articles by name, as the library shows them.

/** Titles of the bundled articles, by the kind of account that each retells. */
export const titles = {
  explainer: 'A partnership with new prospects',
  wireReport: '“Break new ground”',
  newsAnalysis: 'A stabilising factor, twenty-five years on',
  commentary: 'More than allied',
  opinion: 'The metaphor of spring',
} as const

/** The id of the explainer, which stands in the first pane at the first run. */
export const explainerId = 'partnership-with-new-prospects'
