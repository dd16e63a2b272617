import { describe, expect, it } from 'vitest'
import { attributionIn } from '../../../src/reading/new-text/quote-headers/attribution.js'
import { ATTRIBUTION_PHRASES } from '../../../src/reading/new-text/quote-headers/attribution-phrases.js'
import { headerBlockAt } from '../../../src/reading/new-text/quote-headers/header-block.js'
import { HEADER_BLOCK_EXAMPLES } from '../../../src/reading/new-text/quote-headers/header-labels.js'
import {
  RECALL_EXAMPLES,
  recallsQuestion,
  SEPARATOR_EXAMPLES,
  separatorOf,
} from '../../../src/reading/new-text/quote-headers/separators.js'
import { separateNewText } from '../../../src/reading/new-text/separate.js'

const NOBODY = { senderName: '', senderAddress: '', subject: '' }
const attributions = ATTRIBUTION_PHRASES.flatMap(({ language, examples }) =>
  examples.map((example) => ({ language, example })),
)

describe('attributions', () => {
  it.each(attributions)('$language: $example', ({ example }) => {
    expect(attributionIn(example.replaceAll('\n', ' '))).not.toBeNull()
    const got = separateNewText({ plain: `Bonjour,\n\n${example}\n\n> cité\n> encore`, html: null }, NOBODY)
    expect(got.text).toBe('Bonjour,')
  })

  it.each([
    'Le 3 juin 2024 09:05:12 GMT+02:00, Claire Aubry <claire@persona.example> a écrit :',
    'Le lundi 03 juin 2024 à 09:05 +0200, Claire Aubry a écrit :',
    'Le Lundi 3 juin 2024 9h05, Claire Aubry <claire@persona.example> a écrit :',
    'Le 3 juin 2024 à 09:05, "Claire Aubry"\n<claire@persona.example> a écrit :',
    'On Monday, June 3rd, 2024 at 9:05 AM, Claire Aubry <claire@persona.example> wrote:',
    'On 6/3/24, 9:05 AM, "Claire Aubry" <claire@persona.example> wrote:',
    'Quoting Claire Aubry <claire@persona.example>:',
    'Dne po 3. 6. 2024 9:05 uživatel Claire Aubry <claire@persona.example> napsal:',
    '3 Haz 2024 Pzt 09:05 tarihinde Claire Aubry <claire@persona.example> şunu yazdı:',
  ])('of other programs and languages: %s', (example) => {
    for (const body of ['> cité', 'cité']) {
      const got = separateNewText({ plain: `Bonjour,\n\n${example}\n\n${body}`, html: null }, NOBODY)
      expect(got.text).toBe('Bonjour,')
    }
  })

  it.each([
    'Le paragraphe qui pose problème a été écrit par un collègue :',
    'Le transporteur a écrit :',
    'On the other hand, my colleague wrote:',
    'On Monday we open at nine.',
    'Le 12 mars 2024 à 10:24, le transporteur a écrit :',
    'On March 12, 2024 at 10:24 AM our courier wrote:',
    'On 12 March you wrote that the box was empty:',
    'Le 12 mars, vous nous avez écrit :',
    '2024-01-15 14:30',
    'Am Montag öffnen wir um neun.',
    'El lunes abrimos a las nueve:',
    '12/03/2024 : colis remis au transporteur',
  ])('leaves a line of a letter alone: %s', (line) => {
    const plain = `Bonjour,\n\n${line}\n\nVoici la suite de la lettre.`
    expect(separateNewText({ plain, html: null }, NOBODY)).toMatchObject({ text: plain, quoted: '' })
  })
})

describe('header blocks', () => {
  it.each(HEADER_BLOCK_EXAMPLES.map((example) => ({ example })))('$example', ({ example }) => {
    const lines = example.split('\n').map((line) => line.trim())
    const start = lines[0]!.includes('Message du') ? 1 : 0
    expect(headerBlockAt(lines, start, false)).toEqual({ end: lines.length - 1 })
    const got = separateNewText({ plain: `Bonjour,\n\n${example}\n\ncité`, html: null }, NOBODY)
    expect(got.text).toBe(example.includes('> De') ? 'Bonjour,\n\n\ncité' : 'Bonjour,')
  })

  it.each([
    'De : Paris\nÀ : Lyon\nDate : 14 mars 2024',
    'Objet : votre commande\nDate : 12 mars 2024',
    'Date: Friday\nTo: the front desk',
    'From: 9 am\nTo: 5 pm',
    'From: Leeds\nTo: York\nSubject: your trip',
  ])('leaves a list of a letter alone: %s', (list) => {
    const plain = `Bonjour,\n\n${list}\n\nÀ bientôt dans nos murs.`
    expect(separateNewText({ plain, html: null }, NOBODY)).toMatchObject({ quoted: '' })
  })
})

describe('separators', () => {
  it.each(SEPARATOR_EXAMPLES.original)('announces an answered mail: %s', (line) =>
    expect(separatorOf(line)).toBe('original'))
  it.each(SEPARATOR_EXAMPLES.forwarded)('announces a forward: %s', (line) =>
    expect(separatorOf(line)).toBe('forwarded'))
  it.each([
    'Message original',
    'votre message',
    '- Original Message of hope -- read it',
    '----',
  ])('is none: %s', (line) => expect(separatorOf(line)).toBeNull())
  it.each(RECALL_EXAMPLES)('repeats the question: %s', (line) => {
    expect(recallsQuestion(line)).toBe(true)
    const letter = 'Bonjour,\n\nC’est fait.\n\nCordialement,\nJulie'
    const got = separateNewText({ plain: `${letter}\n\n${line}\nOù en est-on ?`, html: null }, NOBODY)
    expect(got).toMatchObject({ text: letter, quoted: `${line}\nOù en est-on ?` })
  })
  it('keeps what is repeated above the leave-taking with the letter', () => {
    const plain = 'Bonjour,\n\nVotre demande :\nun échange de taille.\n\nNous la traitons.\n\nCordialement,\nJulie'
    expect(separateNewText({ plain, html: null }, NOBODY)).toMatchObject({ text: plain, quoted: '' })
  })
})
