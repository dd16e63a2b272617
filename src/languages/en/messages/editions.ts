/** What keeps an edition from being closed or published, and what to do: English. */
/** By id. */
export const editions = {
  'closing.not-yet': 'Edition {edition} cannot be closed yet',
  'closing.not-running': 'Edition {edition} is {state}; only a running one can be closed',
  'closing.unsent': '{count, plural, one {# probe is} other {# probes are}} not sent yet',
  'closing.let-sending-finish': 'Let `replymark run --live` finish, or cancel them.',
  'closing.inside-window':
    '{count, plural, one {# probe is} other {# probes are}} still inside {count, plural, one {its} other {their}} answer window',
  'closing.last-window-ends': 'The last window ends on {minute} UTC; close the edition after it.',
  'closing.uncertain': '{count, plural, one {# probe is} other {# probes are}} uncertain',
  'closing.decide-uncertain': 'Decide about them: `replymark review` lists them.',
  'closing.mailbox-not-read': 'its mailbox was not read since the last answer window ended',
  'closing.read-mailbox': 'Let `replymark run` read it once more.',
  'closing.not-assessed': '{count, plural, one {# exchange is} other {# exchanges are}} not assessed',
  'closing.changed':
    '{count, plural, one {# exchange} other {# exchanges}} changed since {count, plural, one {it was} other {they were}} assessed',
  'closing.assess': 'Run `replymark assess --edition {edition}`.',
  'closing.finding-is-error': 'the finding is an error: {cause}',
  'closing.assess-again': 'Run `replymark assess --edition {edition}` once the cause is gone.',
  'closing.undecided': 'nobody has decided it: {reason}',
  'closing.decide': 'Decide it with `replymark review` or on the review page.',
  'closing.thing-probes': '{named}{more, plural, =0 {} other { and # more}}',
  'closing.thing-account': 'account {account}',
  'closing.thing-criterion': '{probe}, criterion {criterion}',
  'closing.thing-review': 'review {review} ({subject})',
  'closing.thing-edition': 'edition {edition}',
  'publishing.not-yet': 'Edition {edition} cannot be published yet',
  'publishing.published': 'Edition {edition} is published already',
  'publishing.write-again':
    '`replymark publish --edition {edition}` writes its site again, `replymark verify --edition {edition}` checks its seal.',
  'publishing.not-closed': 'Edition {edition} is {state}; it must be closed before it is published',
  'publishing.close-first': 'Run `replymark close --edition {edition}` first.',
  'publishing.right-of-reply': 'brands can see and contest their marks until {minute} UTC',
  'publishing.publish-after':
    'Publish after it; `rightOfReplyDays` and `brandEmbargoUntil` in study.yaml say how long that is.',
  'review.decided-meanwhile': '{by} decided it on {minute} UTC, before you',
  'review.look-again': 'Look at that decision; decide again if another one holds.',
  'review.needs-outcome': 'Upholding a contestation needs an outcome',
  'review.outcomes':
    'Take the e-mail out, send it again, or give a criterion another score from 0 to 1; each with a reason.',
  'review.needs-reason': 'Such a decision needs a reason',
  'review.say-why': 'Say in a sentence why; it is kept with the decision.',
  'review.no-criterion': '{criterion} was not marked in this exchange',
  'review.criteria': 'It has: {criteria}.',
  'review.nothing-such': 'There is no {subject} {target}',
  'review.sealed': 'Edition {edition} is published: nothing of it changes',
  'review.nothing-before': 'No decision before this one can hold again',
  'review.decide-anew': 'Decide again; an e-mail that was taken out counts again by `replymark probe restore`.',
  'closing.marks-missing': '{count} of {all} marks are missing: {reasons}',
  'closing.fill-marks':
    'Mend the cause (a clock that is off, an engine that was down) and assess again; else give the finding a score (`replymark review correct`), or take the e-mails out (`replymark probe void`).',
  'closing.window-over':
    'The send window ended on {day}, and nothing goes after it. Set a later `sendUntil` and `replymark edition amend send-window --edition {edition}`, or `replymark probe cancel` them; `replymark probe list --edition {edition} --state planned` lists them.',
  'closing.part-failed': 'something could not be read or assessed in the last round: {cause}',
  'closing.mend-cause': 'Mend the cause; the next round of `replymark run` tries again by itself.',
} as const
