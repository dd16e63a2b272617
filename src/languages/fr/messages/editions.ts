/** What keeps an edition from being closed or published, and what to do: French. */
/** By id. */
export const editions = {
  'closing.not-yet': 'L’édition {edition} ne peut pas encore être close',
  'closing.not-running':
    'L’édition {edition} est {state, select, planned {planifiée} running {en cours} closed {close} published {publiée} other {dans l’état « {state} »}} ; seule une édition en cours se clôt',
  'closing.unsent': '{count, plural, one {# envoi n’est pas encore parti} other {# envois ne sont pas encore partis}}',
  'closing.let-sending-finish': 'Laissez `replymark run --live` finir, ou annulez-les.',
  'closing.inside-window':
    '{count, plural, one {# envoi est encore dans son} other {# envois sont encore dans leur}} délai de réponse',
  'closing.last-window-ends': 'Le dernier délai prend fin le {minute} UTC ; l’édition se clôt ensuite.',
  'closing.uncertain': '{count, plural, one {# envoi est incertain} other {# envois sont incertains}}',
  'closing.decide-uncertain': 'Tranchez : `replymark review` les énumère.',
  'closing.mailbox-not-read': 'sa boîte n’a pas été relevée depuis la fin du dernier délai de réponse',
  'closing.read-mailbox': 'Laissez `replymark run` la relever encore une fois.',
  'closing.not-assessed': '{count, plural, one {# échange n’est pas évalué} other {# échanges ne sont pas évalués}}',
  'closing.changed':
    '{count, plural, one {# échange a changé depuis son} other {# échanges ont changé depuis leur}} évaluation',
  'closing.assess': 'Lancez `replymark assess --edition {edition}`.',
  'closing.finding-is-error': 'le constat est une erreur : {cause}',
  'closing.assess-again': 'Lancez `replymark assess --edition {edition}` une fois la cause écartée.',
  'closing.undecided': 'personne n’a tranché : {reason}',
  'closing.decide': 'Tranchez avec `replymark review` ou sur la page des relectures.',
  'closing.thing-probes': '{named}{more, plural, =0 {} one { et # autre} other { et # autres}}',
  'closing.thing-account': 'compte {account}',
  'closing.thing-criterion': '{probe}, critère {criterion}',
  'closing.thing-review': 'relecture {review} ({subject})',
  'closing.thing-edition': 'édition {edition}',
  'publishing.not-yet': 'L’édition {edition} ne peut pas encore être publiée',
  'publishing.published': 'L’édition {edition} est déjà publiée',
  'publishing.write-again':
    '`replymark publish --edition {edition}` écrit son site de nouveau, `replymark verify --edition {edition}` vérifie son sceau.',
  'publishing.not-closed':
    'L’édition {edition} est {state, select, planned {planifiée} running {en cours} other {dans l’état « {state} »}} ; elle doit être close avant d’être publiée',
  'publishing.close-first': 'Lancez d’abord `replymark close --edition {edition}`.',
  'publishing.right-of-reply': 'les marques peuvent voir et contester leurs notes jusqu’au {minute} UTC',
  'publishing.publish-after':
    'Publiez ensuite ; `rightOfReplyDays` et `brandEmbargoUntil` dans study.yaml disent combien de temps.',
} as const
