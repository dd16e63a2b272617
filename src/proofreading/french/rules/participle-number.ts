/** Participles after être or a plural noun, where number alone shows the mistake, whatever the subject's gender. */
import { formsAgreeing } from '../forms.js'
import { ANY, FP, FS, MP, MS, PLURAL, SINGULAR } from '../lexicon/word.js'
import { defineRule } from '../rule.js'
import { BREAK, isCapital, NUMBER, OPAQUE, type Token, WORD } from '../token.js'

const SOURCE =
  'Grevisse & Goosse, Le Bon Usage, § 938 et 443 : le participe s’accorde avec le sujet, l’épithète avec le nom'

const PLURAL_BE = new Set('sont seront étaient seraient furent'.split(' '))
const PLURAL_MODAL = new Set('peuvent doivent pourront devront pourraient devraient vont'.split(' '))
const SINGULAR_BE = new Set('est sera était serait'.split(' '))
const PLURAL_HAVE = new Set('ont avaient auront auraient'.split(' '))
const SINGULAR_HAVE = new Set('a avait aura aurait'.split(' '))

function isOnlyParticiple(token: Token): boolean {
  return (
    token.type === WORD &&
    !token.hyphen &&
    !isCapital(token) &&
    token.participle !== 0 &&
    token.word.finite === 0 &&
    token.word.noun === 0
  )
}

export const participleNumber = defineRule({
  id: 'participle-number',
  category: 'agreement',
  message: 'Le participe n’a pas le nombre de son auxiliaire.',
  source: SOURCE,
  when: (word) => word.participle !== 0 && word.finite === 0 && word.noun === 0,
  check(text, index) {
    const participle = text.at(index)
    if (!isOnlyParticiple(participle) || participle.lower === 'été') return undefined
    let at = text.skipAdverbsBack(index - 1)
    let plural: boolean | undefined
    if (text.lower(at) === 'été') {
      at = text.skipAdverbsBack(at - 1)
      plural = PLURAL_HAVE.has(text.lower(at)) ? true : SINGULAR_HAVE.has(text.lower(at)) ? false : undefined
    } else if (text.lower(at) === 'être') {
      at = text.skipCliticsBack(at - 1)
      plural = PLURAL_MODAL.has(text.lower(at)) ? true : undefined
    } else plural = PLURAL_BE.has(text.lower(at)) ? true : SINGULAR_BE.has(text.lower(at)) ? false : undefined
    if (
      plural === undefined ||
      text.at(at).hyphen ||
      /^(se|s'|nous|vous|me|m'|te|t')$/.test(text.lower(at - (text.lower(at - 1) === 'en' ? 2 : 1)))
    )
      return undefined
    const numbers = participle.word.participle | participle.word.adjective
    if (numbers & (plural ? PLURAL : SINGULAR)) return undefined
    for (let back = at - 1; back > at - 8; back--) {
      const token = text.at(back)
      if (token.type === BREAK || /^[.!?;]/.test(token.text)) break
      if (/^(on|ce|c'|dont|que|qu'|où)$/.test(token.lower)) return undefined
    }
    const own = numbers & (MS | MP) ? (plural ? MP : MS) : plural ? FP : FS
    // Either the verb or the participle has the wrong number; the reader sees both.
    const between = text.tokens
      .slice(at, index)
      .map((token) => token.text)
      .join(' ')
    const suggestions = formsAgreeing(text, participle, own, 'participle').map((form) => `${between} ${form}`)
    if (PLURAL_MODAL.has(text.lower(at)))
      return { from: index, to: index, suggestions: formsAgreeing(text, participle, own, 'participle') }
    return { from: at, to: index, suggestions }
  },
  wrong: ['La pose et le réglage seront offert.', 'Les colis ont été expédié hier.', 'Le contrat a été signés.'],
  right: [
    'La pose et le réglage seront offerts.',
    'On est partis tôt.',
    'Le prix est compris.',
    'Les colis ont été mis de côté.',
  ],
})

export const participleAfterPlural = defineRule({
  id: 'plural-noun-participle',
  category: 'agreement',
  message: 'Le participe s’accorde avec le nom qu’il suit.',
  source: SOURCE,
  when: (word) => word.participle !== 0 && word.finite === 0 && word.noun === 0 && (word.participle & PLURAL) === 0,
  check(text, index) {
    const participle = text.at(index)
    const noun = text.at(index - 1)
    const determiner = text.at(index - 2)
    if (!isOnlyParticiple(participle) || noun.type !== WORD || noun.hyphen || isCapital(noun)) return undefined
    if ((noun.noun & PLURAL) === 0 || noun.noun & SINGULAR || noun.adjective | noun.participle) return undefined
    if (!/^(les|des|vos|nos|ces|mes|tes|ses|leurs|aux|quelques|plusieurs|toutes)$/.test(determiner.lower))
      return undefined
    if (
      noun.finite &&
      determiner.lower === 'les' &&
      !/^(toutes|tous|conserver|garder|dans|pour|sur|avec|sous|par)$/.test(text.lower(index - 3)) &&
      !text.startsSentence(index - 2)
    )
      return undefined
    // Une photo des clés perdue, le prix des billets annoncé: the participle may belong to a noun before.
    if (/^(des|aux)$/.test(determiner.lower) && text.at(index - 3).noun) return undefined
    for (let back = index - 3; back > index - 8; back--) {
      const token = text.at(back)
      if (token.type === BREAK || /^[.!?;:,]/.test(token.text)) break
      if (
        /^(de|d'|du|des|à|au|aux|en|par|sur|dans|pour|avec|sans|chez|contre|entre)$/.test(token.lower) &&
        text.at(back - 1).noun
      )
        return undefined
      if (/^(avoir|être|voir|sembler|rendre|laisser|faire)$/.test(token.word.lemma)) return undefined
    }
    const wanted = noun.noun & PLURAL
    return { from: index, to: index, suggestions: formsAgreeing(text, participle, wanted, 'participle') }
  },
  wrong: [
    'Les sommes versée vous seront rendues.',
    'Les options choisie vous seront facturées.',
    'Les sommes payée vous seront rendues.',
  ],
  right: ['Les sommes versées vous seront rendues.', 'Le prix des billets annoncé hier est juste.', 'J’ai les clés.'],
})

/** “Votre ligne 06… a été suspendu”: between noun and verb stand only numbers, references and names of products. */
export const participleAfterReference = defineRule({
  id: 'participle-after-reference',
  category: 'agreement',
  message: 'Le participe s’accorde avec le sujet.',
  source: SOURCE,
  when: (word) => word.participle !== 0 && word.finite === 0 && word.noun === 0,
  check(text, index) {
    const participle = text.at(index)
    if (!isOnlyParticiple(participle)) return undefined
    let at = text.skipAdverbsBack(index - 1)
    if (text.lower(at) === 'été') {
      at = text.skipAdverbsBack(at - 1)
      if (!SINGULAR_HAVE.has(text.lower(at))) return undefined
    } else if (!SINGULAR_BE.has(text.lower(at))) return undefined
    let back = at - 1
    let references = 0
    for (; back > at - 9; back--) {
      const token = text.at(back)
      const reference =
        token.type === NUMBER ||
        token.type === OPAQUE ||
        (token.type === WORD && isCapital(token) && !token.determiner) ||
        /^(n°|réf|#)$/.test(token.lower)
      if (!reference) break
      references++
    }
    const noun = text.at(back)
    const determiner = text.at(back - 1)
    if (references === 0 || !/^(votre|notre|la|le|cette|ce|une|un|ma|mon)$/.test(determiner.lower)) return undefined
    if (!text.startsSentence(back - 1) || noun.noun === 0 || noun.noun === ANY || noun.adjective | noun.participle)
      return undefined
    const wanted = noun.noun & determiner.word.determiner & SINGULAR
    if ((wanted !== MS && wanted !== FS) || (participle.word.participle | participle.word.adjective) & wanted)
      return undefined
    return { from: index, to: index, suggestions: formsAgreeing(text, participle, wanted, 'participle') }
  },
  wrong: [
    'Votre ligne 01 02 03 04 05 a été suspendu.',
    'La tablette Lenovo est revendu.',
    'Votre commande 4412 a été expédié.',
  ],
  right: [
    'Votre ligne 01 02 03 04 05 a été suspendue.',
    'Votre dossier 4412 a été transmis.',
    'Monsieur Martin est parti.',
  ],
})

export const PARTICIPLE_NUMBER_RULES = [participleNumber, participleAfterPlural, participleAfterReference]
