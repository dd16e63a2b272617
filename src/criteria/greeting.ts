/** Criterion `greeting`: the answer greets the customer by name; "Madame, Monsieur" and "Bonjour" greet without a name. */
import { defineCriterion } from './criterion.js'
import { findGreeting } from './phrases/find-greeting.js'

export const greeting = defineCriterion({
  meta: {
    id: 'greeting',
    version: 1,
    family: 'welcome',
    title: { fr: 'Salutation par le nom', en: 'Greeting by name' },
    description: {
      fr: 'La réponse salue le client par son nom ou son prénom.',
      en: 'The answer greets the customer by last or first name.',
    },
    why: {
      fr: 'Les réponses impersonnelles étaient la première source d’insatisfaction relevée par Qualiweb en 2014.',
      en: 'Impersonal answers were the first source of dissatisfaction that Qualiweb found in 2014.',
    },
    method: {
      fr: 'Première ligne de salutation du texte nouveau : le nom ou le prénom du client y figure, sans tenir compte des majuscules, accents et traits d’union. Un nom mal écrit ne compte pas comme un nom ; le nom d’un autre vaut 0 ; une salutation sans nom vaut `generic`.',
      en: 'First greeting line of the new text: it holds the customer’s last or first name, whatever the capitals, accents and hyphens. A misspelt name does not count as a name; somebody else’s name scores 0; a greeting without a name scores `generic`.',
    },
    needs: ['reply', 'persona'],
    speaks: ['phrases:greeting'],
    lifecycle: 'stable',
  },
  // A greeting without a name is polite but meant for anybody: below half. Our judgement.
  defaults: { generic: 0.4 },
  checkOptions: ({ generic }) => (generic >= 0 && generic <= 1 ? null : 'generic must be between 0 and 1'),
  evaluate({ reply, persona }, { generic }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const found = findGreeting(reply.text, persona)
    if (!found) {
      return { outcome: 'scored', score: 0, message: { fr: 'Pas de salutation.', en: 'No greeting.' } }
    }
    const { start, end, names, unsure } = found
    const words = reply.text.slice(start, end).replace(/\s+/g, ' ').trim()
    const said = {
      name: { fr: 'Salue par le nom', en: 'Greets by name' },
      typo: { fr: 'Salue par un nom mal écrit', en: 'Greets by a misspelt name' },
      other: { fr: 'Salue par un autre nom', en: 'Greets by another name' },
      none: { fr: 'Salue sans nom', en: 'Greets without a name' },
    }[names]
    return {
      outcome: 'scored',
      score: names === 'name' ? 1 : names === 'other' ? 0 : generic,
      message: { fr: `${said.fr} : « ${words} ».`, en: `${said.en}: “${words}”.` },
      evidence: [{ start, end, label: 'greeting' }],
      doubtful: unsure,
    }
  },
})
