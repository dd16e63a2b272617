/** Reasons that lie with the sending side: its authentication, reputation, name server entries, addresses and pace. */
import type { BounceReason } from './reason.js'

export const REASONS_OF_SENDER: readonly BounceReason[] = [
  {
    id: 'sending-limit',
    doc: 'The sending account may send no more for now.',
    hard: false,
    patterns: [
      /\b(sending|send|outgoing|outbound|submission|smtp relay) ((user|account|message|mail|e-?mail|size) ){0,2}(limits?|quotas?)\b|limits? for sending (mail|e-?mail|messages)/,
      /\b(daily|hourly|monthly) ((smtp|user|account|message|mail|e-?mail|relay|recipient|sending) ){1,3}(limits?|quotas?)\b(?!.{0,40}(receiv|mailbox))|\byour (daily|hourly|monthly) (limit|quota)\b/,
      /\b(sender|sending account|quota (of|for) (the |your )?sender)\b.{0,30}\b(over|exceeded|exceeds|reached)\b.{0,15}\b(quota|limit)\b|\bquota (of|for) (the |your )?sender\b/,
      /\b(limite|quota|plafond) (quotidien(ne)? |journali(er|ère) |horaire |mensuel(le)? )?d['’](envois?|émission)\b/,
    ],
    source: 'RFC 3463 x.3.x and x.4.5 as Gmail uses it; answers of Gmail, Exchange (5.1.90), Amazon SES, Plesk',
    examples: [
      '454 Throttling failure: Daily message quota exceeded.',
      "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
      "550 Quota d'envoi dépassé pour ce compte",
    ],
  },
  {
    id: 'sender-suspended',
    doc: 'The sending account was suspended by its own provider.',
    hard: false,
    patterns: [
      /\b(sender|sending|outgoing|outbound|your)('s)? (((e-?mail|mail|smtp|user|account|address|domain|mailbox|service) ){0,3})(is |was |has been |have been |been |temporarily |currently ){0,3}(suspended|disabled|locked|deactivated|blocked (from|for) sending)\b/,
      /\b(suspended|disabled|locked|blocked) (from sending|sender|sending account)\b|\bcompte (expéditeur|émetteur) (est )?(suspendu|bloqué|désactivé)/,
    ],
    source: 'answers of Exchange Online (5.1.8, 5.7.501–503), cPanel, Plesk, Zoho to their own customers',
    examples: ['550 5.7.1 Sender account suspended', '554 Your account has been suspended, contact your provider'],
  },
  {
    id: 'authentication-failed',
    doc: 'SPF, DKIM or DMARC did not pass.',
    hard: false,
    patterns: [
      /\bdmarc\b/,
      /\bdkim\b.{0,60}(fail|invalid|required|not pass)|(fail|invalid|required).{0,40}\bdkim\b/,
      /\bspf\b.{0,80}(fail|check|reject|not pass|denied|invalid|forbidden|record)|(fail|reject|invalid).{0,40}\bspf\b/,
      /sender id \(pra\)|unauthenticated (e-?mail|sender|message)|authentication checks? failed|does not pass authentication|multiple authentication/,
      /sender is unauthenticated|email rejected per|not authorized to send (from|mail for)|domain of sender.{0,40}does not designate/,
    ],
    source: 'RFC 7208 §8, RFC 7489 §10.3, RFC 7372; answers of Gmail, Outlook.com, Zoho',
    examples: [
      '550 5.7.26 Unauthenticated email from shop.example is not accepted due to domain policy',
      '550 5.7.1 Email rejected per DMARC policy for shop.example',
      '550 SPF check failed for shop.example',
    ],
  },
  {
    id: 'no-reverse-name',
    doc: "The sending host's address has no valid name in the DNS.",
    hard: false,
    patterns: [
      /reverse[ -]?dns|\brdns\b|\bptr (resource )?record|dns ptr|no ptr|valid ptr|ptr lookup/,
      /(ip name lookup failed|cannot (find|resolve) your (host|reverse)|unresolvable relay host|reverse (lookup|mapping|hostname)|could not resolve your)/,
    ],
    source: 'RFC 1912 §2.1; answers of Comcast, GMX, Gmail (5.7.25)',
    examples: ['554 No SMTP service. Bad DNS PTR resource record', '550 5.7.1 Fix reverse DNS for 192.0.2.1'],
  },
  {
    id: 'too-fast',
    doc: 'Too many messages or connections in a short time.',
    hard: false,
    patterns: [
      /connection (rate|frequency) limit|too many (concurrent )?(smtp )?(connections|sessions)|rate[ -]limit(ed)?\b|max(imum)? (number of )?connections/,
      /too many (messages|mails|e-?mails) (from|per|in|sent|today|this (hour|day))|mail (at|is arriving at) (a|too high a) rate|throttl|sending rate|exceeded.{0,30}(rate|frequency)|frequency limited/,
      /concurrent connections|connections? from (this|your) (host|ip).{0,20}exceeded|number of messages exceeds|message rate exceeded|too many recipients? (this|per) (hour|day)/,
    ],
    source: 'answers of Gmail (4.7.28, 5.2.1), Tencent, Postfix anvil',
    examples: ['452 4.3.2 Connection rate limit exceeded.', '550 Connection frequency limited'],
  },
  {
    id: 'not-compliant',
    doc: 'The message breaks the rules of RFC 5321 or 5322.',
    hard: false,
    patterns: [
      /not rfc ?\d* ?(5322|2822|822)? ?compliant|rfc ?5322|rfc compliance|multiple (subject|from|to|date) (headers?)?\b.{0,40}(not|blocked|header)|duplicate headers?|header (field )?(is )?(missing|invalid|malformed)/,
      /messages with multiple (\d{3}[ -]\d\.\d\.\d )?addresses in from|bare (lf|newline|cr)|message is missing|missing (required )?(header|message-id|date|from)|this message (does not comply|is not compliant)|non-compliant/,
    ],
    source: 'Gmail RfcMessageNonCompliant; RFC 5322 §3.6',
    examples: [
      '550-5.7.1 This message is not RFC 5322 compliant.',
      '550 5.7.1 Messages with multiple addresses in From: header are not accepted.',
    ],
  },
  {
    id: 'bad-reputation',
    doc: 'The sending address or domain has a low reputation.',
    hard: false,
    patterns: [
      /(low|poor|bad) (very )?(low )?reputation|reputation of (the|your|this)|reputation (is|too|score)|(ip|domain|sender) reputation|poor senderbase|generating a large volume/,
    ],
    source: 'answers of Gmail, Cisco IronPort, Symantec',
    examples: ['550 5.7.1 likely suspicious due to the very low reputation of the sending IP address'],
  },
  {
    id: 'relay-denied',
    doc: 'The server does not relay for this sender or recipient.',
    hard: false,
    patterns: [
      /relay(ing)? (access )?(denied|not (permitted|allowed)|prohibited|disallowed|not supported|is not)|(unable|not permitted|not allowed|refus\w{1,4}|unauthorized) (to )?relay|(no|open) relaying|relay(ing)? (from|for|by).{0,60}(denied|not)|not an open relay|we do not relay|not local host|insecure mail relay|relay not|cannot relay/,
      /e-?mail address is not verified|that domain isn'?t in my list of allowed rcpthosts|not a relay|your ip is not allowed to relay/,
    ],
    source: 'answers of Postfix, sendmail, qmail (rcpthosts), Exchange (5.7.54), Amazon SES',
    examples: [
      '554 5.7.1 <customer@shop.example>: Relay access denied',
      "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
    ],
  },
  {
    id: 'sender-rejected',
    doc: 'The sender address was refused.',
    hard: false,
    patterns: [
      /sender (address )?(is )?(rejected|denied|blocked|not (allowed|accepted|permitted)|verify failed|verification failed|refused)|(rejected|invalid|bad|denied|unknown) (envelope )?sender|sender address (has|is|could)|badmailfrom/,
      /(domain of sender|sender'?s? domain|from domain).{0,60}(not exist|not resolve|not found|unknown|rejected|invalid|must exist)|domain of.{0,80}does not (exist|resolve)|blacklisted (sender|address)|address that has been blacklisted|sender.{0,30}blacklist/,
      /purported\s{1,8}responsible|your e-?mail address (is|was) (blocked|rejected)/,
      /access denied.{0,20}(sender|from)|not (allowed|permitted|authori[sz]ed) to (send|submit)|expéditeur (refusé|rejeté|bloqué|inconnu)|(550|553|501) .{0,60}(mail from|from address).{0,60}(rejected|invalid|refused|not)/,
    ],
    source: 'RFC 3463 x.1.7, x.1.8; answers of Exim, Postfix, Exchange',
    examples: ['501 5.1.8 Sender address rejected'],
  },
  {
    id: 'blocked',
    doc: 'The sending host or its address is blocked or listed.',
    hard: false,
    patterns: [
      /(ip|host|address|server|client|connection|sender)('?s)?\b.{0,60}(blocked|black ?listed|blocklisted|banned|listed (in|on|at|by)|block ?list|black ?list)|(blocked|black ?listed|banned|block ?list|listed).{0,50}\b(ip|host|rbl|dnsbl|spamhaus|server|using)\b/,
      /\b(dnsbl|rbl|spamhaus|spamcop|sorbs|barracuda ?central|proofpoint\.com\/dnsbl|sbl|zen\.)\b|\(bl\)|client host (rejected|blocked)|host (rejected|access denied|not allowed)|connection (refused|dropped|rejected|not accepted) (by|from|due)/,
      /access denied.{0,60}\bip\b|denied by.{0,40}(policy|access|filter)|messages from.{0,80}weren'?t sent|use the smtp server of your isp|your (network|ip|server|mail server|host) (is|has been|was)\b.{0,40}(block|list|ban)|for your network|bloqu[ée]e?.{0,40}(spam|incident)|adresse ip.{0,60}bloqu/,
      /service refus[eé]e?|banned sending ip|mail from ip.{0,40}(reject|refus|den)|invalid ip for sending|no (more )?connections? (allowed|accepted)|ip=[\d.]{7,15}.{0,40}problem|generic (hostname|ptr)|dynamic(ally)? (ip|assigned)|may not be mail exchanger/,
    ],
    source: 'RFC 5782; answers of Outlook.com (5.7.606), Orange, Laposte, Proofpoint, Postfix client checks',
    examples: [
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
      '550 5.7.606 Access denied, banned sending IP [192.0.2.1]',
    ],
  },
]
