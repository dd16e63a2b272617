/** Reasons that lie with the recipient: its mailbox, its account, its host. The hard ones are here. */
import type { BounceReason } from './reason.js'

/** Reasons that must be looked for before any other: their words also occur inside the words of others. */
export const MAILBOX_REASONS: readonly BounceReason[] = [
  {
    id: 'mailbox-full',
    doc: 'The mailbox has no room.',
    hard: false,
    patterns: [
      /(mailbox|inbox|mail ?box|mailfolder|maildir|mail drop|mail directory|account|boîte|boite|postfach|casilla|casella|postvak|disk|storage|user'?s? mailbox|recipient'?s? mailbox).{0,50}(full|over ?quota|exceed|quota|pleine|voll|llen[ao]|pien[ao]|vol\b|out of (storage|space))/,
      /over ?quota|quota (exceeded|full|violation|has been|is)|exceeded? .{0,40}quota|out of (disk )?(storage|space)|(storage|disk|space|mailbox) ?quota|not enough (storage )?space|insufficient (disk )?(space|quota)|overquota|over the (maximum allowed )?quota|quota dépassé|mail(box)? (size|too large|exceeds)|mbox.{0,10}full|user is over|too much mail data|delivery failed: over quota/,
    ],
    source: 'RFC 3463 x.2.2; answers of Gmail (OverQuotaPerm), Dovecot, Exchange, Courier',
    examples: [
      '552 5.2.2 <customer@brand.example>... Mailbox full',
      "452-4.2.2 The recipient's inbox is out of storage space",
    ],
  },
  {
    id: 'account-suspended',
    doc: 'The account exists and is disabled, frozen or inactive.',
    hard: false,
    patterns: [
      /(account|mailbox|user|recipient|inbox|e-?mail account|domain|customer)[^.]{0,60}\b(disabled|suspended|frozen|inactive|locked|deactivated|not active|temporarily (locked|unavailable)|on hold|is not accepting|restricted|expired|désactivée?|suspendue?|blocked)\b|(disabled|suspended|inactive|frozen|locked) (user|account|mailbox|recipient|address)|not logged in|invalid\/inactive user|boite du destinataire (bloquée|archivée)|disableduser|disabled recipient/,
    ],
    source: 'RFC 3463 x.2.1, RFC 7505 §4 (5.7.13); answers of Gmail (DisabledUser), Yahoo, i.ua',
    examples: ['550 5.2.1 The email account that you tried to reach is disabled.', '550 Mailbox is frozen.'],
  },
]

/** The recipient's own rules: an address that customers are given takes members only, or little at a time. */
export const RESTRICTION_REASONS: readonly BounceReason[] = [
  {
    id: 'recipient-restricted',
    doc: 'The recipient takes mail of certain senders, sizes or rates only.',
    hard: false,
    patterns: [
      /you are not (a member|allowed to post|subscribed)|not (a )?member of (this|the) ((mailing|distribution) )?(list|group)|not subscribed|(only|limited to) members|members[ -]only|(list|group).{0,30}(closed|members only)|not (allowed|permitted|authori[sz]ed) to post/,
      /blocked by the recipient|recipient (has )?(blocked|rejected) (you|your)|restricted.{0,30}(senders|group)|resolver\.rst\.(notauthorized|authrequired|restricted|recipsizelimit|rejected)|too large for this recipient/,
      /(recipient|user|mailbox|customer|address)[^.]{0,60}(is |has been |)(receiving|received) (mail|messages|too many (messages|mails|e-?mails))|accepts? (no more|only \d+) (mails?|messages?) (today|an hour|per)/,
    ],
    source: 'answers of Exchange (RESOLVER.RST.*), Gmail (4.2.1, 5.2.1 ReceivingRate), Mailman, Google Groups',
    examples: [
      'You are not a member of this mailing list',
      '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required',
      '550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.',
    ],
  },
]

/** Reasons that mean a dead address. */
export const DEAD_ADDRESS_REASONS: readonly BounceReason[] = [
  {
    id: 'has-moved',
    doc: 'The recipient left for another address.',
    hard: true,
    patterns: [
      /has (been )?(moved|replaced by)|no longer (on|at|with|here|valid|in use|available|exists|employed|accepts)|user (has )?moved|address (has )?changed|not our user|n'est plus (valide|en service|utilisée)|recipient no longer/,
    ],
    source: 'RFC 3463 x.1.6, RFC 5321 reply 551',
    examples: ['550 5.1.6 recipient no longer on server: customer@brand.example', '551 not our user'],
  },
  {
    id: 'not-accepting',
    doc: 'The host takes no mail at all.',
    hard: 'unless-temporary',
    patterns: [
      /(does not|doesn'?t|do not|not) (accept|accepting|receive) (any )?(e-?mail|mail|network|smtp)|null mx|(server|host|domain|system) (does not|not) accept(ing)? (mail|e-?mail|messages|network)|no smtp service|nullmx|host\/domain does not accept|smtp protocol (is )?(disabled|violation)|host does not (accept|receive)/,
    ],
    source: 'RFC 7504 (521, 556), RFC 7505 (null MX, 5.1.10)',
    examples: ['550 Host does not accept mail', '521 5.3.2 System not accepting network messages'],
  },
  {
    id: 'host-unknown',
    doc: "The recipient's host or domain does not exist.",
    hard: 'unless-temporary',
    patterns: [
      /(unknown|invalid|bad|no such|illegal) (host|domain|destination|mail host|remote host|mail server)|(host|domain|dominio|domaine|mail server|server)( name)?( or domain name)? (is )?(unknown|not found|could not be (found|resolved)|not exist|does not exist|doesn'?t exist|inconnu|invalid|must exist)|cannot resolve (the )?(domain|host)|no (mx|a|address) (record|or)|unable to (find|resolve|lookup|look up).{0,40}(host|domain|mx)|couldn'?t find any host|recipient('s)? domain|domain not found|hostnotfound|name or service not known|no valid hosts|domain is not reachable|couldn'?t find a mail exchanger|could not find a mail exchanger|illegal host\/domain|host unknown|(host|domain).{0,40}(nicht gefunden|introuvable|no existe)|unrouteable mail domain|could not find (any )?(route|mail exchanger|server)/,
    ],
    source: 'RFC 3463 x.1.2; answers of qmail, sendmail, Exim, Exchange',
    examples: ["Sorry, I couldn't find any host named brand.example. (#5.1.2)", '550 Host unknown'],
  },
  {
    id: 'user-unknown',
    doc: 'The address does not exist at its host.',
    hard: true,
    patterns: [
      /(unknown|invalid|no such|bad|illegal|not a valid|non-?existent|undeliverable|unrecogni[sz]ed|nonexisting|wrong|incorrect|no known|undefined) (local |virtual |recipient'?s? |destination |final delivery |e-?mail |mail |email |smtp |delivery )?(user|recipient|address|mailbox|account|person|local[ -]?part|userid|user id|e-?mail|alias|name|customer|subscriber|mail ?drop)/,
      /(user|recipient|address|mailbox|account|addressee|alias|person|mail ?box|e-?mail|customer|name|uid)[^.;]{0,60} (is |was |were |has |are |does |do |did |could )?(not |n't ?)?(unknown|not found|not known|not exist|does not exist|doesn'?t exist|no longer exists?|not listed|not (a )?valid|not recogni[sz]ed|invalid|not present|not be found|nonexistent|non-existent|unavailable|not available|not (a )?local|couldn'?t be found|not our customer|inconnue?s?|non (trouvée?|valide)|invalide|unbekannt|desconocid[oa]|sconosciut[oa]|onbekend|desconhecid[oa]|no existe|non esiste|nicht (gefunden|bekannt|vorhanden))/,
      /no such (local |virtual )?(user|recipient|person|address|mailbox|account|alias|id|e-?mail|name|domain user|unknown)|no (account by|mailbox by|mailbox here|mail ?box|valid recipients?|users? (here|by)|recipient|account|person|user|one here|matches|local user)\b|(isn'?t|wasn'?t|couldn'?t be) (found|a valid)|not listed in (the )?(domino|public|directory|address)|recipient address rejected: (user|unknown|undeliverable|access denied|no such|invalid)|recipnotfound|nosuchuser|user_unknown|bad destination (mailbox|email)|(5\.1\.\d|550) address rejected|address (unknown|error|invalid)|badrcptto|address is correct/,
      /does ?n[o']t have an? .{0,60}account|not have an account|account (that )?(you tried to reach )?does not exist|mailbox (un)?avai?a?i?lable|vdeliver|this user does(n'?t| not)|unrout(e)?able address|\b542 \S{1,200} rejected|usuário|destinataire (inconnu|invalide)|adresse destinataire invalide|utilisateur inconnu|empfänger (unbekannt|existiert)|usuario (desconocido|no existe)|utente (sconosciuto|non)|gebruiker (onbekend|bestaat)/,
      /ディレクトリには見つかりません|ユーザー.{0,80}見つかりません|宛先.{0,40}(不明|存在しません)|not in (the )?domino|is not a (known|valid|registered|local)|undeliverable address|unknown_user|mailbox name not allowed|delivery error: dd|not on this (host|system|server)|not known (at|to) this|unknown (to|in) (this|the)|address.{0,30}does not|couldn'?t find.{0,20}(user|recipient|mailbox|address)/,
    ],
    source:
      'RFC 3463 x.1.1; answers of sendmail, Postfix, Exim, qmail, Exchange, Domino, Gmail, Yahoo, Orange, Laposte, Free',
    examples: [
      '550 5.1.1 <customer@brand.example>... User Unknown',
      '550 5.1.1 The email account that you tried to reach does not exist.',
      '550 5.5.0 Adresse destinataire invalide. Invalid recipient.',
      'sorry, no mailbox here by that name (#5.1.1)',
    ],
  },
]
