import { describe, expect, it } from 'vitest'
import { BANNER_EXAMPLES, isBanner } from '../../../src/reading/new-text/boilerplate/banners.js'
import { beginsLegalNotice, LEGAL_NOTICE_EXAMPLES } from '../../../src/reading/new-text/boilerplate/legal-notices.js'
import { beginsSurvey, SURVEY_EXAMPLES } from '../../../src/reading/new-text/boilerplate/satisfaction-surveys.js'
import {
  isReplyAboveLine,
  isTicketFoot,
  isTicketState,
  TICKET_WRAPPER_EXAMPLES,
} from '../../../src/reading/new-text/boilerplate/ticket-wrappers.js'
import { CLOSING_EXAMPLES, closingIn } from '../../../src/reading/new-text/signature/closing-formulas.js'
import {
  isMobileSignature,
  MOBILE_SIGNATURE_EXAMPLES,
} from '../../../src/reading/new-text/signature/mobile-signatures.js'
import { writerName } from '../../../src/reading/new-text/signature/writer-name.js'
import { visibleForm } from '../../../src/reading/new-text/visible-form.js'

const seen = (lines: readonly string[]) => lines.map((line) => ({ line: visibleForm(line) }))

describe('phrases of notices, wrappers and signatures', () => {
  it.each(seen(BANNER_EXAMPLES))('banner: $line', ({ line }) => expect(isBanner(line)).toBe(true))
  it.each(seen(LEGAL_NOTICE_EXAMPLES))('notice: $line', ({ line }) => expect(beginsLegalNotice(line)).toBe(true))
  it.each(seen(SURVEY_EXAMPLES))('survey: $line', ({ line }) => expect(beginsSurvey(line)).toBe(true))
  it.each(seen(CLOSING_EXAMPLES))('closing formula: $line', ({ line }) => expect(closingIn(line)).not.toBeNull())
  it.each(seen(MOBILE_SIGNATURE_EXAMPLES))('device: $line', ({ line }) => expect(isMobileSignature(line)).toBe(true))
  it.each(seen(TICKET_WRAPPER_EXAMPLES.replyAbove))('wrapper: $line', ({ line }) =>
    expect(isReplyAboveLine(line)).toBe(true))
  it.each(seen(TICKET_WRAPPER_EXAMPLES.state))('state: $line', ({ line }) => expect(isTicketState(line)).toBe(true))
  it.each(seen(TICKET_WRAPPER_EXAMPLES.foot))('foot: $line', ({ line }) => expect(isTicketFoot(line)).toBe(true))

  it.each([
    'Ce message était bien dans notre dossier indésirable, veuillez nous en excuser.',
    'Votre demande a bien été enregistrée et sera traitée demain.',
    'Cette somme sera remboursée sous trois jours.',
    'Le colis a été envoyé de notre entrepôt hier.',
    'Envoyé par Colissimo hier soir',
    'Expédié depuis notre entrepôt de Lille',
    'Message envoyé par erreur',
    'Sent a magnificent torch of pixels',
    'Sent from my desk, which is easier than writing on a phone.',
    'Your parcel was sent from our depot on Monday and left Leeds this morning.',
    'Merci pour votre message du 12 mars.',
    'With regards to the payment, it was taken twice.',
    'Attention : le délai est de dix jours.',
    'Nous vous remercions de votre patience et restons à votre écoute pour toute question.',
  ])('is a line of a letter: %s', (text) => {
    const line = visibleForm(text)
    expect([
      isBanner(line),
      beginsLegalNotice(line),
      beginsSurvey(line),
      isMobileSignature(line),
      isReplyAboveLine(line),
      isTicketState(line),
      isTicketFoot(line),
      closingIn(line),
    ]).toEqual([false, false, false, false, false, false, false, null])
  })
})

describe('the name of the writer', () => {
  it.each([
    ['Julie Martin', 'julie.martin@maison-lune.example', 'Julie Martin'],
    ['Julie Martin', '', 'Julie M.'],
    ['MARTIN Julie', '', 'Julie Martin'],
    ['Martin, Julie', '', 'Julie Martin,'],
    ['Julie (Maison Lune)', '', 'Julie'],
    ['Julie de Maison Lune', '', 'Julie'],
    ['Service Client', 'amelie.rousseau@maison-lune.example', '- Amélie Rousseau'],
  ])('of "%s" <%s> is "%s"', (name, address, line) => expect(writerName(name, address).isName(line)).toBe(true))

  it.each([
    ['Julie Martin', '', 'Bonjour Julie'],
    ['Julie Martin', '', 'Julie est absente aujourd’hui'],
    ['', '', 'Julie'],
    ['Service Client', 'contact@maison-lune.example', 'Service'],
  ])('of "%s" <%s> is not "%s"', (name, address, line) => expect(writerName(name, address).isName(line)).toBe(false))
})
