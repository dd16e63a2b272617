import { describe, expect, it } from 'vitest'
import { saysMachineWrote } from '../../../src/reading/kind/machine-disclosure.js'

describe('a letter that says a machine wrote it', () => {
  it.each([
    ['Votre commande part demain.\n\nCe message a été rédigé par une IA et relu par personne.', ''],
    ['Bonjour, je suis l’assistante virtuelle de Nordvent. Le retour est gratuit.', ''],
    ['Le retour est gratuit.', 'Zoé, votre assistante virtuelle'],
    ['Le texte de cette réponse est produit à l’aide d’une intelligence artificielle.', ''],
    ['Your parcel left today.\n\nThis answer was drafted by our AI assistant Milo.', ''],
    ['Hello, I am an automated assistant. Returns are free.', ''],
    ['Returns are free.', 'Milo, virtual agent'],
  ])('%s %s', (text, signature) => {
    expect(saysMachineWrote(text, signature)).toBe(true)
  })

  it.each([
    ['Notre assistant virtuel répond jour et nuit sur le site, ou écrivez-moi.', 'Julie, conseillère'],
    ['Cette réponse a été écrite par une personne et non par une IA.', 'Paul'],
    ['Vous avez commandé un robot cuiseur ; il part demain.', 'Service clients'],
    ['J’ai relu le message que le robot de tri avait classé.', 'Paul'],
    ['You can also ask our chatbot, or simply answer me.', 'Anna, customer care'],
    ['This reply was not written by a bot, it is just me.', 'Tom'],
    ['This is our shop in Leeds.', 'Kim, assistant manager'],
  ])('is not “%s” %s', (text, signature) => {
    expect(saysMachineWrote(text, signature)).toBe(false)
  })
})
