/** Criterion `recognition` (follow-up probes): the answer shows that the earlier exchange is known. */
import { DateTime } from 'luxon'
import { findAll, findFirst } from '../text/find.js'
import { fold } from '../text/fold.js'
import { unwrap } from '../text/sentences.js'
import { defineCriterion } from './criterion.js'
import { findSigner } from './phrases/find-signature.js'
import { KNOWN, UNKNOWN } from './phrases/recognition.js'

/** Ways a letter writes a day: "12 mars", "March 12", "12/03". */
function dayPatterns(instant: number, timeZone: string): RegExp[] {
  const day = DateTime.fromMillis(instant, { zone: timeZone })
  if (!day.isValid) return []
  const french = fold(day.setLocale('fr').toFormat('MMMM'))
  const english = fold(day.setLocale('en').toFormat('MMMM'))
  const date = `0?${day.day}`
  return [
    new RegExp(`\\b${date}(?:er|st|nd|rd|th)? (?:of )?(?:${french}|${english})\\b`, 'g'),
    new RegExp(`\\b${english} ${date}(?:st|nd|rd|th)?\\b`, 'g'),
    new RegExp(`\\b${date}[/.-]0?${day.month}\\b`, 'g'),
  ]
}

export const recognition = defineCriterion({
  meta: {
    id: 'recognition',
    version: 1,
    family: 'answer-quality',
    title: { fr: 'Reconnaissance du client', en: 'Recognition' },
    description: {
      fr: 'La réponse au second message montre que le premier échange est connu.',
      en: 'The answer to the second message shows that the first exchange is known.',
    },
    why: {
      fr: '« On ne vous connaît pas, Monsieur » : le client qui doit tout redire n’est pas reconnu.',
      en: '“We don’t know you, Sir”: a customer who must tell everything again is not recognised.',
    },
    method: {
      fr: 'Mots qui parlent de l’échange antérieur, sa date, ou le nom de la personne qui avait répondu ; « aucune trace de votre message » vaut 0. Sans objet hors scénario de suite.',
      en: 'Words that speak of the earlier exchange, its date, or the name of the person who answered; “no record of your message” scores 0. Not applicable outside follow-up scenarios.',
    },
    needs: ['reply', 'earlier', 'brand'],
    speaks: ['phrases:recognition'],
    lifecycle: 'experimental',
  },
  defaults: {},
  evaluate({ reply, earlier, brand }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    if (!earlier) {
      return {
        outcome: 'not-applicable',
        message: { fr: 'Ce n’est pas un second message.', en: 'This is not a second message.' },
      }
    }
    const folded = fold(unwrap(reply.text))
    const unknown = findFirst(UNKNOWN, folded)
    if (unknown) {
      return {
        outcome: 'scored',
        score: 0,
        message: {
          fr: 'Dit ne pas connaître l’échange antérieur.',
          en: 'Says that the earlier exchange is not known.',
        },
        evidence: [{ ...unknown, label: 'unknown' }],
      }
    }
    const dates = [earlier.sentAt, ...(earlier.reply ? [earlier.reply.receivedAt] : [])]
    const dated = findFirst(
      dates.flatMap((instant) => dayPatterns(instant, brand.timeZone)),
      folded,
    )
    const said = findFirst(KNOWN, folded)
    const signer = earlier.reply ? findSigner({ ...earlier.reply, brandNames: [brand.name, ...brand.aliases] }) : null
    const source =
      signer?.in === 'text' ? earlier.reply?.text : signer?.in === 'signature' ? earlier.reply?.signature : undefined
    const agent = fold(source?.slice(signer?.start, signer?.end) ?? '').split(/\s+/)[0] ?? ''
    // The same person may sign again: only a mention before the last lines names a colleague.
    const body = folded.slice(0, Math.floor(folded.length * 0.8))
    const named =
      signer?.who === 'person' && agent.length > 2
        ? findAll(new RegExp(`\\b${agent.replace(/[^a-z]/g, '.')}\\b`, 'g'), body)[0]
        : undefined
    const found = said ?? dated ?? named
    if (!found) {
      return {
        outcome: 'scored',
        score: 0,
        message: {
          fr: 'Rien ne montre que l’échange antérieur est connu.',
          en: 'Nothing shows that the earlier exchange is known.',
        },
      }
    }
    const words = reply.text.slice(found.start, found.end).replace(/\s+/g, ' ')
    return {
      outcome: 'scored',
      score: 1,
      message: {
        fr: `L’échange antérieur est connu${named && !said && !dated ? '' : ` : « ${words} »`}.`,
        en: `The earlier exchange is known${named && !said && !dated ? '' : `: “${words}”`}.`,
      },
      evidence: [{ ...found, label: 'recognition' }],
      doubtful: !said,
    }
  },
})
