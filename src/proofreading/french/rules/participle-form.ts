/** After an auxiliary: the past participle, not the infinitive, the imperfect or another form that sounds alike. */

import { participleOf } from '../conjugation.js'
import { formsAgreeing } from '../forms.js'
import { ADVERB, ANY, CLITIC, type FrenchWord, INFINITIVE, MS, NEGATION, PREPOSITION } from '../lexicon/word.js'
import { defineRule } from '../rule.js'
import { subjectBefore } from '../subjects.js'
import type { FrenchText } from '../text.js'
import { isCapital, type Token, WORD } from '../token.js'

const SOURCE =
  'Grevisse & Goosse, Le Bon Usage, § 899 : l’infinitif suit une préposition ou un semi-auxiliaire, le participe un auxiliaire'

/** Nouns that an infinitive may define: le but est (de) livrer. */
const DEFINED_BY_INFINITIVE = new Set(
  'but objectif mieux essentiel idéal important solution rêve tout principal secret difficulté problème chose plaisir métier rôle mission devoir souhait vœu idée intérêt'.split(
    ' ',
  ),
)

function passiveSubject(text: FrenchText, index: number): boolean {
  const subject = subjectBefore(text, index)
  return (
    subject !== undefined &&
    !subject.pronoun &&
    !DEFINED_BY_INFINITIVE.has(text.lower(subject.index)) &&
    !(text.at(subject.index).kind & INFINITIVE)
  )
}

export const participleAfterAuxiliary = defineRule({
  id: 'participle-after-auxiliary',
  category: 'homophone',
  message: 'Après l’auxiliaire, le verbe se met au participe passé.',
  source: SOURCE,
  when: (word: FrenchWord) =>
    (word.lemma === 'avoir' || word.lemma === 'être') &&
    (word.finite !== 0 || word.text === 'été' || (word.kind & INFINITIVE) !== 0),
  check(text, index) {
    const auxiliary = text.at(index)
    const isAvoir = auxiliary.word.lemma === 'avoir'
    const before = text.at(index - 1)
    // A compter du 1er janvier: the preposition, its accent left off on the capital.
    if (auxiliary.text === 'A' && text.at(index + 1).kind & INFINITIVE) return undefined
    if (auxiliary.kind & INFINITIVE && before.determiner && !(before.kind & CLITIC)) return undefined
    let at = index + 1
    if (text.at(at).hyphen) {
      if (text.lower(at) === 't') at++
      at++
    }
    let adverbs = 0
    while (
      adverbs < 3 &&
      text.at(at).type === WORD &&
      !text.at(at).hyphen &&
      (text.at(at).kind & (ADVERB | NEGATION)) !== 0 &&
      !(text.at(at).kind & INFINITIVE)
    ) {
      at++
      adverbs++
    }
    const verb = text.at(at)
    if (verb.type !== WORD || verb.hyphen || isCapital(verb)) return undefined
    if (isAvoir && !auxiliary.finite && !(auxiliary.kind & INFINITIVE)) return undefined
    if (adverbs === 0 && auxiliary.lower === 'avions' && before.determiner) return undefined
    const infinitive =
      (verb.kind & INFINITIVE) !== 0 && verb.lower.endsWith('er') && verb.word.noun === 0 && verb.word.adjective === 0
    const finite =
      /(ez|ai[st]|aient)$/.test(verb.lower) &&
      verb.word.lemma.endsWith('er') &&
      verb.word.finite !== 0 &&
      (verb.word.noun | verb.word.adjective) === 0 &&
      !(verb.kind & PREPOSITION)
    if (!infinitive && !finite) return undefined
    if (!isAvoir) {
      // Partir aurait été assurer sa perte; j’ai été chercher du pain.
      if (
        infinitive &&
        auxiliary.lower === 'été' &&
        (/^(j'|c'|tu)$/.test(text.lower(index - 2)) || text.at(index - 2).kind & INFINITIVE)
      )
        return undefined
      // C’est aimer; vouloir c’est pouvoir; le but est livrer: only a personal subject or “été” tells.
      // Votre remboursement sera effectuer; il doit être effectuer.
      const passive =
        infinitive &&
        !text.at(index + 1).hyphen &&
        (auxiliary.lower === 'être' ||
          (/^(sera|seront|serait|seraient|est|sont|était|étaient)$/.test(auxiliary.lower) &&
            passiveSubject(text, index)))
      const subjectful =
        passive ||
        auxiliary.lower === 'été' ||
        /^(je|j'|tu|il|ils|on|nous|vous|elle|elles|suis|sommes|êtes)$/.test(
          text.lower(text.skipCliticsBack(index - 1)),
        ) ||
        /^(suis|sommes|êtes|sont|serez|serons|seront)$/.test(auxiliary.lower) ||
        text.at(index + 1).hyphen
      if (!subjectful || before.lower === "c'" || before.lower === 'ce') return undefined
      if (text.at(index + 1).hyphen && /^ce$/.test(text.lower(index + 1))) return undefined
    }
    if (
      finite &&
      /ai[st]$|aient$/.test(verb.lower) &&
      (text.lower(index - 2) === "qu'" || text.lower(index - 2) === 'que' || text.lower(index - 1) === 'qui')
    )
      return undefined
    // au lieu d’avoir, il y a manger et manger: keep the set phrase.
    if (before.lower === 'y' && infinitive) return undefined
    const participle = participleOf(verb.word.lemma)
    const wanted = isAvoir ? MS : ANY
    return {
      from: at,
      to: at,
      suggestions: participle
        ? (isAvoir
            ? [participle]
            : [participle, ...formsAgreeing(text, { ...verb, lower: participle }, wanted, 'participle')]
          ).slice(0, 4)
        : [],
    }
  },
  wrong: [
    'Nous avons expédier votre colis.',
    'Votre commande a été livrer hier.',
    'Il a valider le dossier.',
    'Vous avez payez deux fois.',
  ],
  right: [
    'Nous avons à cœur de vous aider.',
    'Vous avez de quoi payer.',
    'Vouloir, c’est pouvoir.',
    'Notre but est de livrer vite.',
    'Il a beau chercher.',
  ],
})

export const participleNotPast = defineRule({
  id: 'participle-not-finite-form',
  category: 'conjugation',
  message: 'Après l’auxiliaire, il faut le participe passé, pas une forme conjuguée.',
  source: SOURCE,
  when: (word: FrenchWord) =>
    word.finite !== 0 &&
    /(it|ut|ît|ût|ois|oit|ie|ies|es|e)$/.test(word.text) &&
    (word.noun | word.adjective | word.participle) === 0 &&
    word.lemma !== 'être' &&
    word.lemma !== 'avoir',
  check(text, index) {
    const verb = text.at(index)
    if (verb.hyphen || isCapital(verb) || verb.kind & (PREPOSITION | ADVERB | INFINITIVE) || verb.determiner)
      return undefined
    // n’importe lequel
    if (verb.lower === 'importe' && text.lower(index - 1) === "n'") return undefined
    const participles = participlesNear(text, verb)
    if (participles.length === 0) return undefined
    let at = index - 1
    while (at > index - 4 && text.at(at).kind & (ADVERB | NEGATION) && !text.at(at).finite) at--
    if (text.at(at).hyphen && /^(je|tu|il|elle|on|nous|vous|ils|elles)$/.test(text.lower(at)))
      at -= text.lower(at - 1) === 't' ? 2 : 1
    const auxiliary = text.at(at)
    if (auxiliary.hyphen) return undefined
    const passive = auxiliary.lower === 'été' || auxiliary.lower === 'être'
    if (!passive && (!auxiliary.finite || (auxiliary.word.lemma !== 'avoir' && auxiliary.word.lemma !== 'être')))
      return undefined
    const before = text.lower(at - 1)
    if (/^(c'|ce|qu'|que|qui|ça)$/.test(before) || text.at(at - 1).determiner) return undefined
    // Ce qu’il a suffit; tout ce que nous avons plaît: a relative clause may end before its main verb.
    if (
      !passive &&
      /^(qu'|que)$/.test(text.lower(at - 2)) &&
      !/^(choisi|pri|compri|reçu|mi|transmi|promi|appri)$/.test(participles[0]!.replace(/(?<![se])[se]+$/, ''))
    )
      return undefined
    return { from: index, to: index, suggestions: participles.slice(0, 4) }
  },
  wrong: [
    'Votre demande a bien été prit en compte.',
    'Nous avons choisit un autre transporteur.',
    'Le dossier est finit.',
  ],
  right: ['Il a fini.', 'Ce que nous avons suffit.', 'C’est permis.', 'La demande a été prise en compte.'],
})

/** Past participles of the verb that look like one of its finite forms. */
function participlesNear(text: FrenchText, verb: Token): string[] {
  const stem = verb.lower
  const bases = [stem.slice(0, -1), stem.slice(0, -2), stem]
  const found: string[] = []
  for (const base of bases) {
    for (const ending of ['', 's', 'is', 'i', 'u', 'é', 'û']) {
      const candidate = base + ending
      const word = text.lexicon.lookup(candidate)
      if (
        word.participle & MS &&
        word.lemma !== '' &&
        (word.lemma === verb.word.lemma || word.lemma === verb.word.otherLemma) &&
        !found.includes(candidate)
      )
        found.push(candidate)
    }
  }
  return found
}

export const participleNotPresent = defineRule({
  id: 'participle-not-present',
  category: 'conjugation',
  message: 'Après l’auxiliaire, il faut le participe passé en « -é ».',
  source: SOURCE,
  when: (word: FrenchWord) =>
    word.present !== 0 &&
    word.noun !== 0 &&
    /e$/.test(word.text) &&
    word.lemma.endsWith('er') &&
    (word.kind & PREPOSITION) === 0,
  check(text, index) {
    const verb = text.at(index)
    if (
      verb.hyphen ||
      isCapital(verb) ||
      /^(contente|garde|charge|cause|place|force|mine|figure|tâche|honte|foi|trace|preuve|conscience|connaissance|vocation|forme|titre|pomme|peine)$/.test(
        verb.lower,
      )
    )
      return undefined
    let at = index - 1
    while (at > index - 4 && text.at(at).kind & (ADVERB | NEGATION) && !text.at(at).finite) at--
    const auxiliary = text.at(at)
    if (!auxiliary.finite || auxiliary.hyphen) return undefined
    const before = text.at(at - 1)
    const reflexive = auxiliary.word.lemma === 'être' && /^(s'|m'|t')$/.test(before.lower)
    const having =
      auxiliary.word.lemma === 'avoir' &&
      /^(j'|tu|il|elle|on|nous|vous|ils|elles)$/.test(before.lower) &&
      text.at(index + 1).determiner !== 0 &&
      !/^(du|des|au|aux)$/.test(text.lower(index + 1))
    if (!reflexive && !having) return undefined
    return { from: index, to: index, suggestions: [participleOf(verb.word.lemma) ?? ''] }
  },
  wrong: ['Nous avons commande une autre pièce.', 'Tout s’est passe très vite.'],
  right: ['Nous avons commandé une pièce.', 'Tout s’est bien passé.', 'Vous avez charge de famille.'],
})

/** Rules of this file. */
export const PARTICIPLE_FORM_RULES = [participleAfterAuxiliary, participleNotPast, participleNotPresent]
