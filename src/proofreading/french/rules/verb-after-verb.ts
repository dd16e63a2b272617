/** The form of a verb that another verb governs: « nous avons décider », « vous pouvez nous contacté », « n’hésiter pas ». */
import { ADVERB, INFINITIVE, NEGATION } from '../lexicon/word.js'
import { patternRule } from '../pattern.js'
import { clauseHasBefore } from '../phrases.js'
import { defineRule } from '../rule.js'
import type { FrenchText } from '../text.js'
import { isCapital, type Token, WORD } from '../token.js'

const SOURCE =
  'Grevisse & Goosse, Le Bon Usage, § 899 et 934 : infinitif après semi-auxiliaire, participe après auxiliaire'

const MODALS = new Set('pouvoir devoir vouloir falloir souhaiter désirer préférer venir aller'.split(' '))
const CLITICS = new Set("me m' te t' se s' le la les l' lui leur y en nous vous".split(' '))

/** True for an infinitive in -er that is no noun (dîner, pouvoir). */
function isOnlyInfinitive(token: Token): boolean {
  return (
    token.type === WORD &&
    !token.hyphen &&
    /er$/.test(token.lower) &&
    (token.word.kind & INFINITIVE) !== 0 &&
    token.word.noun === 0 &&
    token.word.adjective === 0
  )
}

/** True for a participle in -é, or a form in -ez, of a verb in -er. */
function soundsLikeInfinitive(token: Token): boolean {
  if (token.type !== WORD || token.hyphen || isCapital(token) || !token.word.lemma.endsWith('er')) return false
  return /(é|ée|és|ées)$/.test(token.lower) ? token.word.participle !== 0 : /ez$/.test(token.lower)
}

function participleOf(infinitive: string): string {
  return infinitive.replace(/er$/, 'é')
}

export const infinitiveAfterAuxiliary = defineRule({
  id: 'infinitive-after-auxiliary',
  category: 'conjugation',
  message: 'Après avoir ou être, le verbe se met au participe.',
  source: SOURCE,
  when: (word) => (word.kind & INFINITIVE) !== 0 && /er$/.test(word.text) && word.noun === 0 && word.adjective === 0,
  check(text, index) {
    if (!isOnlyInfinitive(text.at(index)) || isCapital(text.at(index))) return undefined
    let at = index - 1
    while (
      at > index - 3 &&
      (/^(donc|alors)$/.test(text.lower(at)) ||
        (text.at(at).kind & ADVERB && !text.at(at).finite && !(text.at(at).kind & NEGATION)))
    )
      at--
    const auxiliary = text.at(at)
    if (auxiliary.type !== WORD || auxiliary.hyphen || auxiliary.noun) return undefined
    // A compter du 1er janvier: the preposition, its accent left off on the capital.
    if (auxiliary.text === 'A') return undefined
    const found = { from: index, to: index, suggestions: [participleOf(text.lower(index))] }
    if (
      /^(ai|as|a|avons|avez|ont|avais|avait|avions|aviez|avaient|aura|aurez|aurons|auront|aurait|auraient)$/.test(
        auxiliary.lower,
      )
    )
      return text.lower(at - 1) === 'y' ? undefined : found
    if (!/^(est|sont|sera|seront|était|étaient|serait|seraient|été|être)$/.test(auxiliary.lower)) return undefined
    const before = text.at(at - 1)
    if (/^(c'|ce|n'|ne|cela|ça)$/.test(before.lower) || (before.kind & INFINITIVE && auxiliary.lower !== 'être'))
      return undefined
    // Le but est gagner: rare, and the sentence has an abstract noun; a clause whose subject is an infinitive likewise.
    if (/^(but|objectif|idée|essentiel|mieux|principal|tout|rêve|important|solution)$/.test(before.lower))
      return undefined
    if (auxiliary.lower === 'être' && text.lower(at - 2) === 'à') return undefined
    return found
  },
  wrong: [
    'Nous avons donc décider de vous rembourser.',
    'Le vol pour Nice du 4 juin est annuler.',
    'Le vol pour Rome du 8 mai est annuler.',
  ],
  right: [
    'L’objectif est d’aider.',
    'Vous n’avez qu’à signer.',
    'Crier n’est pas jouer.',
    'Nous avons à signer ce bon.',
  ],
})

export const participleAfterModal = defineRule({
  id: 'participle-after-modal',
  category: 'conjugation',
  message: 'Après ce verbe, le suivant se met à l’infinitif.',
  source: SOURCE,
  when: (word) => word.lemma !== '' && (MODALS.has(word.lemma) || MODALS.has(word.otherLemma)) && word.noun === 0,
  check(text, index) {
    const modal = text.at(index)
    if (modal.hyphen || modal.participle) return undefined
    const movement = /^(venir|aller)$/.test(modal.word.lemma)
    if (movement && !(modal.kind & INFINITIVE)) return undefined
    let at = index + 1
    let pronoun = false
    if (/^(vous|nous|il|elle|on|ils|elles|je|tu)$/.test(text.lower(at)) && text.at(at).hyphen) at++
    while (at < index + 6) {
      const token = text.at(at)
      if (CLITICS.has(token.lower) && !token.hyphen) pronoun = true
      else if (
        !/^(aussi|également|pas|plus|toujours|donc|bien|alors|ensuite|directement|simplement)$/.test(token.lower)
      )
        break
      at++
    }
    const verb = text.at(at)
    if (!pronoun || !soundsLikeInfinitive(verb)) return undefined
    if (verb.word.noun && /^(le|la|les|l'|leur)$/.test(text.lower(at - 1))) return undefined
    if (/ez$/.test(verb.lower) && text.lower(at - 1) === 'vous') return undefined
    return { from: at, to: at, suggestions: [verb.word.lemma] }
  },
  wrong: [
    'Tu peux venir la cherchée.',
    'Vous devez venir les récupérés au guichet.',
    'Votre fils peut aussi m’appelé.',
  ],
  right: ['Vous pouvez nous contacter.', 'Nous voulons la vérité.', 'Vous pouvez le préparer.'],
})

const INVITING = new Set(
  'inviter engager encourager commencer aider obliger autoriser hésiter continuer inciter chercher'.split(' '),
)

export const participleAfterInviting = defineRule({
  id: 'participle-after-inviting',
  category: 'conjugation',
  message: 'Après « à », le verbe se met à l’infinitif.',
  source: SOURCE,
  words: ['à', 'de'],
  check(text, index) {
    let at = index + 1
    if (text.lower(index) === 'de') {
      // Avant de vous déplacez: only « vous » hides the form.
      if (
        !/^(avant|afin|possible|possibilité|nécessaire|inutile)$/.test(text.lower(index - 1)) ||
        text.lower(at) !== 'vous'
      )
        return undefined
      const governed = text.at(at + 1)
      return soundsLikeInfinitive(governed) && /ez$/.test(governed.lower)
        ? { from: at + 1, to: at + 1, suggestions: [governed.word.lemma] }
        : undefined
    }
    while (at < index + 3 && CLITICS.has(text.lower(at))) at++
    const verb = text.at(at)
    if (!soundsLikeInfinitive(verb) || verb.word.noun) return undefined
    for (let back = index - 1; back > index - 4; back--) {
      const governor = text.at(back)
      if (INVITING.has(governor.word.lemma) && governor.word.finite !== 0)
        return { from: at, to: at, suggestions: [verb.word.lemma] }
      if (!/^(pas|donc|vous|nous|également|bien)$/.test(governor.lower)) return undefined
    }
    return undefined
  },
  wrong: [
    'Je vous invite à redémarré la box.',
    'Appelez avant de vous présentez.',
    'Afin de vous connectez, cliquez ici.',
  ],
  right: ['Je vous invite à redémarrer la box.', 'N’hésitez pas à nous écrire.'],
})

export const negativeImperative = defineRule({
  id: 'infinitive-for-imperative',
  category: 'conjugation',
  message: 'Un ordre ou un conseil se met à l’impératif.',
  source:
    'Grevisse & Goosse, Le Bon Usage, § 891 : l’impératif ; § 901 pour l’infinitif d’ordre, qui veut « ne pas » ensemble',
  when: (word) => (word.kind & INFINITIVE) !== 0 && /er$/.test(word.text),
  check(text, index) {
    const verb = text.at(index)
    const after = text.at(index + 1)
    const found = { from: index, to: index, suggestions: [verb.text.replace(/er$/, 'ez')] }
    if (verb.hyphen || text.lower(index - 1) === '-') return undefined
    if (after.hyphen && /^(le|la|les|moi|nous|lui|leur|en|y)$/.test(after.lower) && !verb.word.noun) return found
    if (/^(n'|ne)$/.test(text.lower(index - 1)) && /^(pas|jamais)$/.test(after.lower) && opensClause(text, index - 1))
      return found
    return undefined
  },
  wrong: ['N’hésiter pas à nous écrire.', 'Si le bon est juste, renvoyer-le par courrier.', 'Appeler-nous dès lundi.'],
  right: ['N’hésitez pas à nous écrire.', 'Ne pas ouvrir le boîtier.', 'Renvoyez-le signé.'],
})

/** True where the negation opens a sentence or a clause after a comma. */
function opensClause(text: FrenchText, index: number): boolean {
  return text.startsSentence(index) || /^(,|et|mais|donc|alors|surtout)$/.test(text.lower(index - 1))
}

export const imperativeNoS = defineRule({
  id: 'negative-imperative-without-s',
  category: 'conjugation',
  message: 'À l’impératif, les verbes en -er ne prennent pas de s à la deuxième personne.',
  source: 'Grevisse & Goosse, Le Bon Usage, § 794 : impératif des verbes en -er',
  words: ["n'", 'ne'],
  check(text, index) {
    if (!text.startsSentence(index) && !/^(,|et|mais|donc|alors|surtout|bref)$/.test(text.lower(index - 1)))
      return undefined
    let at = index + 1
    if (/^(t'|te|me|m'|nous|le|la|les|l'|lui|leur|y|en)$/.test(text.lower(at))) at++
    if (at === index + 1 && text.startsSentence(index)) return undefined
    const verb = text.at(at)
    if (
      !/es$/.test(verb.lower) ||
      !verb.word.lemma.endsWith('er') ||
      !/^(pas|plus|jamais|rien)$/.test(text.lower(at + 1))
    )
      return undefined
    if (!text.startsSentence(index) && clauseHasBefore(text, index, new Set(['tu']))) return undefined
    return { from: at, to: at, suggestions: [verb.lower.slice(0, -1)] }
  },
  wrong: ['Le colis est là, donc n’hésites pas à venir.', 'C’est normal, donc ne t’étonnes pas.'],
  right: ['N’hésite pas à nous écrire.', 'Tu pars et n’appelles pas.', 'N’as-tu rien reçu ?'],
})

export const vousInfinitive = patternRule({
  id: 'vous-with-infinitive',
  category: 'conjugation',
  message: 'Après « vous » sujet, le verbe est conjugué.',
  source: SOURCE,
  patterns: [
    ['<noun> que vous [<only-inf>] à|pour|en|dans|sur|chez', ''],
    ['si vous [disposer|rencontrer|constater|désirer|utiliser] <det>|de|encore|toujours', ''],
    ["<edge> vous [disposer|bénéficier] de|d'|du|des", ''],
    [
      'vous [pouvait|peut|peux|pouvais|pourrait|pourrais|pourra|pourront|pourraient|peuvent] <inf>|le|la|les|nous|y|me|en',
      'pouvez|pourrez',
    ],
  ],
  unless(text, index) {
    if (clauseHasBefore(text, index, new Set(['ne', "n'", 'plus', 'mieux', 'autre', 'autres', 'moins']))) return true
    // Ce que peut vous…, l’un de vous peut, rien de ce qui vous peut: another subject.
    const before = text.at(index - 2)
    return (
      text.at(index).finite !== 0 &&
      before.type === WORD &&
      !/^(que|si|quand|où|dont|lorsque|donc|mais|et|car)$/.test(before.lower)
    )
  },
  wrong: [
    'Si cela ne suffit pas, vous pouvait nous écrire.',
    'Merci pour la confiance que vous accorder à notre maison.',
  ],
  right: [
    'L’un de vous peut venir.',
    'Je ne peux que vous renvoyer à la notice.',
    'Merci pour la confiance que vous nous accordez.',
  ],
})

export const VERB_AFTER_VERB_RULES = [
  infinitiveAfterAuxiliary,
  participleAfterModal,
  participleAfterInviting,
  negativeImperative,
  imperativeNoS,
  vousInfinitive,
]
