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
  'review.decided-meanwhile': '{by} a décidé le {minute} UTC, avant vous',
  'review.look-again': 'Regardez cette décision ; décidez de nouveau si une autre doit valoir.',
  'review.needs-outcome': 'Retenir une contestation demande une suite',
  'review.outcomes':
    'Écarter l’e-mail, l’envoyer de nouveau, ou donner à un critère un autre score de 0 à 1 ; chaque fois avec un motif.',
  'review.needs-reason': 'Une telle décision demande un motif',
  'review.say-why': 'Dites en une phrase pourquoi ; la phrase reste avec la décision.',
  'review.no-criterion': '{criterion} n’a pas été noté dans cet échange',
  'review.criteria': 'Il y a : {criteria}.',
  'review.nothing-such': 'Il n’y a pas de {subject} {target}',
  'review.sealed': 'L’édition {edition} est publiée : plus rien n’y change',
  'review.nothing-before': 'Aucune décision d’avant ne peut valoir de nouveau',
  'review.decide-anew': 'Décidez de nouveau ; un e-mail écarté compte de nouveau par `replymark probe restore`.',
  'closing.marks-missing': '{count} notes sur {all} manquent : {reasons}',
  'closing.fill-marks':
    'Écartez la cause (une horloge fausse, un correcteur arrêté) et notez de nouveau ; sinon donnez un score au constat (`replymark review correct`) ou écartez les e-mails (`replymark probe void`).',
  'closing.window-over':
    'La période d’envoi s’est achevée le {day}, et rien ne part après. Fixez un `sendUntil` plus tardif puis `replymark edition amend send-window --edition {edition}`, ou annulez-les par `replymark probe cancel` ; `replymark probe list --edition {edition} --state planned` les énumère.',
  'closing.part-failed': 'quelque chose n’a pas pu être lu ou noté au dernier passage : {cause}',
  'closing.mend-cause': 'Écartez la cause ; le prochain passage de `replymark run` réessaie tout seul.',
} as const
