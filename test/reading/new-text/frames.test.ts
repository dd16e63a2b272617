/** A help desk's frame is set apart by its structure; a letter that holds one of its signs stays whole. */
import { describe, expect, it } from 'vitest'
import {
  announcementIn,
  boundsAnswer,
  opensHistory,
  tableRowOf,
} from '../../../src/reading/new-text/boilerplate/frame-signs.js'
import { separateNewText } from '../../../src/reading/new-text/separate.js'

const nobody = { senderName: '', senderAddress: '', subject: '' }
const textOf = (plain: string) => separateNewText({ plain, html: null }, nobody).text
const htmlText = (html: string) => separateNewText({ plain: null, html }, nobody).text

describe('a line of a frame', () => {
  it.each([
    '##~ Tapez votre message au-dessus de ce repère ~##',
    '>>> Write your answer over this mark <<<',
    'Veillez à bien écrire votre réponse au-dessus de cette ligne',
    '==== Antworten Sie bitte oberhalb dieser Zeile ====',
  ])('%s bounds the place for an answer', (line) => expect(boundsAnswer(line)).toBe(true))

  it.each([
    'Vous pouvez écrire votre nom sous le code.',
    'Please sign above the printed name.',
    '*** Offre du mois ***',
  ])('%s does not', (line) => expect(boundsAnswer(line)).toBe(false))

  it.each([
    ['Une réponse a été publiée sur votre dossier 4471 :', 'named'],
    ['Your request #4471 has been updated.', 'named'],
    ['Nouveau commentaire de Rachid', 'named'],
    ['Jean-Marc Petit a répondu :', 'named'],
    ['Voici la réponse de notre atelier :', 'plain'],
    ['We have sent a message to the depot.', null],
    ['The courier has left a note.', 'plain'],
    ['Je vous ai envoyé un message hier.', null],
  ])('%s announces: %s', (line, expected) => expect(announcementIn(line)).toBe(expected))

  it.each([
    ['Statut : résolu', 'own'],
    ['Assigned to: Ravi', 'own'],
    ['Objet : retour', 'shared'],
    ['Nous livrons : Lyon, Nantes', null],
  ])('%s is a row: %s', (line, expected) => expect(tableRowOf(line)).toBe(expected))

  it.each([
    'Messages précédents',
    '=== Conversation history ===',
    '[04/05/2026 à 08:12] Zoé Carrel :',
  ])('%s opens the history', (line) => expect(opensHistory(line)).toBe(true))
})

describe('a letter that holds a sign of a frame stays whole', () => {
  it.each([
    'Bonjour,\n\nLe transporteur a laissé un message :\n\n« colis déposé chez le gardien ».\n\nCordialement,\nZoé',
    'Bonjour Madame,\n\nVoici le suivi :\nRéférence : 8841\nStatut : en transit\n\nIl arrive demain.\n\nCordialement,\nZoé',
    'Hello,\n\nYour case has left the workshop. You will have it on Friday.\n\nRegards,\nTom',
    'Bonjour,\n\nVotre nouveau billet :\nDe : Rennes\nÀ : Nantes\nDate : 3 mai 2026, 7 h 12\nObjet : échange\n\nLa différence vous est rendue.\n\nBien à vous,\nInès',
    'Hello,\n\nOpen the menu and follow\n> Settings, then Privacy\nand switch the second one off.\n\nRegards,\nTom',
    'Bonjour,\n\nPour suivre votre colis, voyez https://suivi.example/12. Il part ce soir.\n\nLéa',
  ])('%s', (letter) => expect(textOf(letter)).toBe(letter))
})

describe('an answer typed into the quoted mail', () => {
  const quote = (answer: string) =>
    `<div>Bonjour,</div><div>Mes réponses en rouge dans le texte.</div><blockquote><p>Livrez-vous en Corse ?</p>${answer}<p>Quel est le délai, et le prix ?</p><p>Merci</p></blockquote>`
  it.each([
    '<p style="color:#C00000">Oui, par bateau, sous six jours.</p>',
    '<p><font color="red">Oui, par bateau, sous six jours.</font></p>',
    '<p><span style="color: rgb(0, 112, 192);">Oui, par bateau, sous six jours.</span></p>',
  ])('is told by its colour: %s', (answer) => {
    expect(htmlText(quote(answer))).toBe(
      'Bonjour,\nMes réponses en rouge dans le texte.\n\nOui, par bateau, sous six jours.',
    )
  })

  it.each([
    '<p style="color:#555555">Gris.</p>',
    '<p><a href="https://x.example" style="color:red">Lien</a></p>',
  ])('is not told by grey or a link: %s', (line) => expect(htmlText(quote(line))).not.toMatch(/Gris|Lien/))

  it('stays quoted where the letter stands above it', () => {
    const letter = Array.from({ length: 30 }, (_, index) => `mot${index}`).join(' ')
    const html = `<p>${letter}</p><blockquote><p>Noir</p><p>Noir aussi</p><p style="color:red">Rouge</p></blockquote>`
    expect(htmlText(html)).toBe(letter)
  })
})
