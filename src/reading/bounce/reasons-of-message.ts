/** Reasons that lie with the message or the way to the recipient: content, size, policy, network, system. */
import type { BounceReason } from './reason.js'

export const REASONS_OF_MESSAGE: readonly BounceReason[] = [
  {
    id: 'virus-detected',
    doc: 'A virus or malicious content was found.',
    hard: false,
    patterns: [
      /\bvirus\b|malware|infected|trojan|worm (detected|found)|mcspamsignature|ransomware|malicious (content|file|url)/,
    ],
    source: 'answers of ClamAV gateways, Mimecast',
    examples: ['550 Virus Detected; Content Rejected'],
  },
  {
    id: 'spam-detected',
    doc: 'The content was taken for spam.',
    hard: false,
    patterns: [
      /\bspam\b(?!haus|cop)|\bube\b|\buce\b|unsolicited|bulk (e-?)?mail|junk (mail|e-?mail)|content rejected|high probability of|classified as|mail rejet[eé]|considered (to be )?(spam|junk)|spam(my)? (content|message)/,
    ],
    source: 'answers of amavis, SpamAssassin gateways, Barracuda, Gmail (UnsolicitedMessageError), Orange (ofr_506)',
    examples: ['550 5.7.1 Message content rejected, UBE, id=1', '554 5.7.0 Reject, SPAM'],
  },
  {
    id: 'message-too-big',
    doc: 'The message is larger than the server or the recipient allows.',
    hard: false,
    patterns: [
      /(message|mail|size|file|attachment).{0,40}(too (big|large|long)|exceeds|exceeded|over(ly)? (size|large))|exceeds.{0,40}(size|limit|maximum message)|too large|size ?limit|message length exceeds|messagetoolarge|maximum (message )?size/,
    ],
    source: 'RFC 1870, RFC 3463 x.2.3 and x.3.4; answers of Exchange',
    examples: ['552 5.3.4 Message size exceeds fixed limit', '552 5.2.3 Message length exceeds administrative limit'],
  },
  {
    id: 'policy-violation',
    doc: 'A local policy refused the message.',
    hard: false,
    patterns: [
      /polic(y|ies)\b|security (reasons|risk|issue|violation)|potential security|prohibited (attachment|file|content)|attachment.{0,30}(not allowed|blocked|prohibited)|blocked because its content|header error|not accepted for|content (filter|restriction)|transport\.rules|rejectmessage|administrative prohibition/,
    ],
    source: 'RFC 3463 x.7.1; answers of Yahoo, Gmail, Exchange transport rules',
    examples: ['554 5.7.9 Message not accepted for policy reasons.', '550 5.7.0 Local Policy Violation'],
  },
  {
    id: 'content-error',
    doc: 'The server cannot handle the form of the content.',
    hard: false,
    patterns: [
      /media error|conversion (required|prohibited|failed)|charset not supported|8-?bit.{0,30}(not|data)|mime (error|part)|base64|improper (use|format)|media not supported/,
    ],
    source: 'RFC 3463 x.6.x',
    examples: ['550 5.6.0 Media error'],
  },
  {
    id: 'expired',
    doc: 'Delivery was tried for too long.',
    hard: false,
    patterns: [
      /retry (timeout|time(out)? (not )?(exceeded|reached))|delivery (time expired|expired)|(message|delivery|it|mail) (has )?(been )?(in (the )?queue|expired|timed out|too old)|could not be delivered (for|within)|not delivered within|unable to deliver.{0,60}(for|after|within) \d|after (multiple|several|too many|\d+) (retries|attempts|days|hours)|giving up|gave up|too long|retries exceeded|maximum (time|retries)/,
      /connection (timed? ?out|timeout)|timed? ?out (while|waiting|after)|operation timed out|no response from|not responding|(did not|doesn'?t|not) respond|conversation with.{0,80}timed out|temporar(y|ily) (failure|deferred|unavailable)|expired|could not connect|unable to connect|greylist|graylist|try again later|deferred|did not accept our requests|socket error|connection was (closed|dropped|refused)/,
      /délai (de livraison )?(expiré|dépassé)|abgelaufen|lost connection|cannot connect|i wasn'?t able to establish an smtp connection|has been in the mail queue/,
    ],
    source: 'RFC 3463 x.4.7; answers of Exim, qmail, Yahoo, Exchange',
    examples: ['retry timeout exceeded', "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)"],
  },
  {
    id: 'network-error',
    doc: 'Routing or the name service failed, or the mail ran in a loop.',
    hard: false,
    patterns: [
      /name service error|dns (error|query failed|lookup|failure|server|type)|(mail|message|forwarding|routing) loop|loop(s|ing)? (back|detected|alert|count)|too many hops|hop count|maximum forwarding|domain name not found|(lookup|resolution).{0,20}(failed|failure|error)|no route|network (error|is unreachable|unreachable)|unrouteable mail domain|unroutable|duplicated message-id|nxdomain|malformed or unexpected name server|temporary lookup|mx (records? )?(point|loop|list)|host unreachable/,
    ],
    source: 'RFC 3463 x.4.x; answers of Postfix, sendmail, Gmail',
    examples: [
      '554 5.4.6 Too many hops',
      'Name service error for name=brand.example type=MX: Malformed or unexpected name server reply',
    ],
  },
  {
    id: 'system-error',
    doc: 'The receiving system is broken, full or out of order.',
    hard: false,
    patterns: [
      /(system|server|internal|local|configuration|i\/o|disk|database|queue) (error|failure|problem|misconfigur|is full)|(insufficient|not enough|out of) (system )?(storage|resources|memory|disk)|service (is )?(currently )?(un|not )available|temporarily (unable|out of)|cannot (write|open|create) |aliasing error|mailer error|can'?t create (user )?output|command (died|time limit|output|failed)|pipe|exit(ed)? (with|status)|child (crashed|status)|interrupted system call|permission denied|unable to (open|access|run)|resources temporarily|service currently/,
    ],
    source: 'RFC 3463 x.3.x; answers of sendmail, Courier, SurfControl',
    examples: ['554 Service currently unavailable', '550 5.3.5 Internal System Error'],
  },
  {
    id: 'protocol-error',
    doc: 'The two servers did not understand each other.',
    hard: false,
    patterns: [
      /(command|parameter).{0,30}not (implemented|recognized|supported)|syntax error|bad sequence|unrecognized command|protocol error|must issue a|starttls|must use (tls|ssl)|requires? (tls|authentication|encryption)/,
    ],
    source: 'RFC 5321 §4.2.2 (500–504), RFC 3463 x.5.x',
    examples: ['504 Command parameter not implemented'],
  },
]
