/** How the figures of a league table are to be read, in plain words beside it. */
import type { StudyLanguage } from '../../domain/language.js'
import { RANK_RULE } from '../../domain/rank-rule.js'
import { inLanguage } from '../../languages/index.js'

const WORDS = {
  fr: {
    title: 'Comment lire ces chiffres',
    method: 'Toute la méthode',
    terms: [
      [
        'Indice',
        'Moyenne des notes d’une marque, sur 100. Chaque e-mail est noté : la réponse est-elle venue et en combien de temps, règle-t-elle la question, comment est-elle écrite. Un e-mail sans réponse vaut 0.',
      ],
      [
        'Point et trait',
        'Le point est l’indice mesuré. Le trait est son intervalle à 95 % : avec d’autres e-mails du même genre, l’indice serait tombé ailleurs, le plus souvent sur ce trait.',
      ],
      ['Intervalle de rang', RANK_RULE.fr],
      [
        'Réponses',
        'Part des e-mails auxquels une personne a répondu dans le délai d’attente. Un accusé de réception automatique n’est pas une réponse.',
      ],
      [
        'Délai médian',
        'Temps après lequel la moitié des e-mails ont une réponse ; ceux qui n’en ont jamais comptent aussi. Un tiret : moins de la moitié en ont eu une.',
      ],
      ['Fautes', 'Fautes certaines d’orthographe et de grammaire, pour 100 mots que la marque a écrits.'],
      [
        'Évolution',
        'Places gagnées ou perdues depuis l’édition précédente de même méthode. Sans astérisque, le hasard peut suffire à l’expliquer.',
      ],
    ],
  },
  en: {
    title: 'How to read these figures',
    method: 'The whole method',
    terms: [
      [
        'Index',
        'Mean of a brand’s marks, out of 100. Every e-mail is marked: did the answer come and how fast, does it settle the question, how is it written. An e-mail without an answer is worth 0.',
      ],
      [
        'Dot and line',
        'The dot is the index as measured. The line is its 95% interval: with other e-mails of the same kind the index would have fallen elsewhere, most often on this line.',
      ],
      ['Rank interval', RANK_RULE.en],
      [
        'Answered',
        'Share of e-mails that a person answered before the time of waiting was over. An automatic receipt is no answer.',
      ],
      [
        'Median delay',
        'Time after which half of the e-mails have an answer; those that never get one count too. A dash: fewer than half got one.',
      ],
      ['Mistakes', 'Certain mistakes of spelling and grammar, per 100 words that the brand wrote.'],
      [
        'Move',
        'Places won or lost since the previous edition by the same method. Without an asterisk, chance may be all that is behind it.',
      ],
    ],
  },
} as const

/** The list of terms; left out on paper, where the method has its own pages. */
export function HowToRead(props: { language: StudyLanguage }) {
  const words = inLanguage(WORDS, props.language)
  return (
    <section class="no-print">
      <h2 id="reading">{words.title}</h2>
      <dl class="terms">
        {words.terms.map(([term, meaning]) => (
          <>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
      <p>
        <a href="/methodology">{words.method}</a>
      </p>
    </section>
  )
}
