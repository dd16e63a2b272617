/** The only registry of commands. One line each in the order of docs/design.md; bodies are loaded on use. */
import type { CommandEntry, CommandOption } from '../command.js'

const json: CommandOption = { flags: '--json', description: 'one JSON object on stdout, nothing else' }

const listen: readonly CommandOption[] = [
  { flags: '--host <address>', description: 'address the web listens on; 127.0.0.1 by default' },
  { flags: '--port <number>', description: 'port of the web; 3000 by default' },
  {
    flags: '--trusted-proxies <list>',
    description: 'addresses or networks of proxies whose X-Forwarded-For is believed, e.g. 127.0.0.1,10.0.0.0/8',
  },
  { flags: '--public-url <url>', description: 'address under which people open it, e.g. https://ranking.example' },
]
const study: CommandOption = { flags: '--study <dir>', description: 'folder of the study', default: '.' }
const edition: CommandOption = { flags: '--edition <id>', description: 'edition of study.yaml' }

/** Every command. */
export const commands: readonly CommandEntry[] = [
  {
    usage: 'init <dir>',
    description: 'writes an example study',
    options: [json],
    load: () => import('./init.js'),
  },
  {
    usage: 'check',
    description: 'validates the study and opens its mailboxes; each problem with file, line and what to do',
    options: [study, { flags: '--offline', description: 'files only: no server is tried' }, json],
    load: () => import('./check.js'),
  },
  {
    usage: 'preview',
    description: 'shows every planned e-mail, to whom and when, without sending',
    options: [study, edition, { flags: '--brand <id>', description: 'of one brand only' }, json],
    load: () => import('./preview.js'),
  },
  {
    usage: 'plan',
    description: 'creates the probes of an edition (planning again gives the same plan); sends nothing',
    options: [study, edition, json],
    load: () => import('./plan.js'),
  },
  {
    usage: 'inspect <files...>',
    description: 'reads messages (.eml, or .txt for a bare body) and says what they are',
    options: [
      json,
      { flags: '--jsonl', description: 'one JSON object a file' },
      { flags: '--explain', description: 'for people: the signs by which the kind was decided, and what each weighs' },
    ],
    load: () => import('./inspect.js'),
  },
  {
    usage: 'proofread',
    description: 'finds the mistakes of texts: one {"id", "text"} a line on stdin, one result a line on stdout',
    options: [
      { flags: '--lang <language>', description: 'fr or en' },
      {
        flags: '--engine <name>',
        description: 'replymark, hunspell, languagetool or grammalecte',
        default: 'replymark',
      },
      { flags: '--server <address>', description: 'address of the engine’s server, for languagetool and grammalecte' },
      { flags: '--jsonl', description: 'one JSON object a line (the default)' },
      { flags: '--text', description: 'the input is plain text, one letter a line' },
      { flags: '--suggest', description: 'compute spelling suggestions (slow)' },
      { flags: '--explain', description: 'for people: the text underlined, with rules and suggestions' },
      json,
    ],
    load: () => import('./proofread.js'),
  },
  {
    usage: 'serve',
    description: 'the web alone: league tables, brands, reviews, API',
    options: [study, ...listen, json],
    load: () => import('./serve.js'),
  },
  {
    usage: 'user <action> [email]',
    description: 'accounts of the web: add, list, remove (password from the terminal or REPLYMARK_NEW_PASSWORD)',
    options: [
      { flags: '--study <dir>', description: 'folder of the study', default: '.' },
      { flags: '--role <role>', description: 'operator, analyst, brand or press', default: 'operator' },
      { flags: '--brand <id>', description: 'brand of a brand user' },
      { flags: '--name <name>', description: 'name shown in reviews and the audit log' },
      json,
    ],
    load: () => import('./user.js'),
  },
  {
    usage: 'person <action> <email>',
    description: 'what is held on a person: export it, or erase it (shows what would go; --yes does it)',
    options: [
      study,
      { flags: '--name <list>', description: 'full names they go by; several with commas' },
      { flags: '--whole-mailbox', description: 'one person alone writes from this service address' },
      { flags: '--keep <list>', description: 'beginnings of hashes of messages to leave aside' },
      { flags: '--out <dir>', description: 'export: folder for the JSON and the raw mails' },
      { flags: '--yes', description: 'erase: really do it' },
      { flags: '--reason <text>', description: 'erase: why; stays in the ledger' },
      json,
    ],
    load: () => import('./person.js'),
  },
  {
    usage: 'mark <file>',
    description: 'marks one answer outside any edition (.eml, or .txt for a bare body)',
    options: [
      { flags: '--scenario <file>', description: 'scenario with the points a good answer covers' },
      { flags: '--persona <file>', description: 'persona who wrote; else the display name of the To address' },
      { flags: '--brand <file>', description: 'brand that answers: name, aliases, glossary' },
      {
        flags: '--sent-at <moment>',
        description: 'when the question was sent (ISO 8601; without a zone UTC); without it no delay is scored',
      },
      { flags: '--grid <grid>', description: 'grid file, or id of a grid in config/grids', default: 'replymark' },
      json,
    ],
    load: () => import('./mark.js'),
  },
  {
    usage: 'grid <action> [grids...]',
    description: 'show a grid, check it, or diff two (a grid is a file, or the id of one in config/grids)',
    options: [json],
    load: () => import('./grid.js'),
  },
  {
    usage: 'run',
    description: 'the service: sends what is due (with --live), watches the mailboxes, assesses',
    options: [
      study,
      { flags: '--live', description: 'really send; the study must say `live: true` as well' },
      { flags: '--redis <url>', description: 'work over Redis with `replymark worker`s (or REPLYMARK_REDIS_URL)' },
      {
        flags: '--threads <number>',
        description: 'worker threads of this process; one less than processors by default',
      },
      { flags: '--no-web', description: 'without the web' },
      ...listen,
    ],
    load: () => import('./run.js'),
  },
  {
    usage: 'worker',
    description: 'joins a Redis queue and computes for a running service',
    options: [
      { flags: '--redis <url>', description: 'the Redis to join (or REPLYMARK_REDIS_URL)' },
      { flags: '--study-id <id>', description: 'id of the study it works for (or REPLYMARK_STUDY_ID)' },
      { flags: '--threads <number>', description: 'worker threads; as many as processors by default' },
      {
        flags: '--stalled-after <seconds>',
        description: 'silence of another worker after which its work is taken over; 30 by default',
      },
    ],
    load: () => import('./worker.js'),
  },
  {
    usage: 'assess',
    description: 'computes the marks of an edition again and shows what changed',
    options: [
      study,
      edition,
      { flags: '--grid <id>', description: 'another grid of the study; needs --variant' },
      { flags: '--variant <name>', description: 'keeps the result under a name, beside the edition’s own marks' },
      { flags: '--reread', description: 'reads and matches all messages again from the evidence first' },
      json,
    ],
    load: () => import('./assess.js'),
  },
  {
    usage: 'review [words...]',
    description:
      'doubtful matches, kinds and findings: list, accept, overrule, choose, none, undo, history, inbox (mail without an exchange); correct what nobody doubted; keys in a terminal',
    options: [
      study,
      { flags: '--edition <id>', description: 'of one edition only' },
      { flags: '--by <name>', description: 'who decides; the user of this machine by default' },
      { flags: '--comment <text>', description: 'why' },
      { flags: '--again', description: 'decides anew what somebody decided already' },
      json,
    ],
    load: () => import('./review.js'),
  },
  {
    usage: 'probe <action> [ids...]',
    description: 'repairs single e-mails of an edition under way: list, cancel, void, restore, resend',
    options: [
      study,
      edition,
      { flags: '--state <state>', description: 'list: in one state only' },
      { flags: '--reason <text>', description: 'why; printed on the methodology sheet' },
      { flags: '--by <name>', description: 'who decides; the user of this machine by default' },
      json,
    ],
    load: () => import('./probe.js'),
  },
  {
    usage: 'edition <action> [words...]',
    description:
      'show what differs between files and plan; amend brand ID, persona ID, send-window, answer-window or hours from the files',
    options: [
      study,
      edition,
      { flags: '--reason <text>', description: 'why; printed on the methodology sheet' },
      { flags: '--by <name>', description: 'who decides; the user of this machine by default' },
      json,
    ],
    load: () => import('./edition.js'),
  },
  {
    usage: 'backup <file>',
    description: 'copies the ledger while the service runs',
    options: [study, json],
    load: () => import('./backup.js'),
  },
  {
    usage: 'migrate',
    description: 'brings a ledger of an older version up to date',
    options: [study, json],
    load: () => import('./migrate.js'),
  },
  {
    usage: 'close',
    description: 'ends an edition: ranks it when nothing of it is open any more, else lists what is',
    options: [study, edition, json],
    load: () => import('./close.js'),
  },
  {
    usage: 'publish',
    description: 'freezes and seals a closed edition and writes its static site',
    options: [study, edition, { flags: '--out <dir>', description: 'folder of the site' }, json],
    load: () => import('./publish.js'),
  },
  {
    usage: 'key',
    description: 'makes the key with which the operator signs what is published, once',
    options: [
      { flags: '--out <file>', description: 'file for the secret, readable by its owner alone; never overwritten' },
      json,
    ],
    load: () => import('./key.js'),
  },
  {
    usage: 'verify',
    description: 'computes a published edition anew and says the first thing that differs, in the ledger or its files',
    options: [
      study,
      edition,
      { flags: '--site <dir>', description: 'folder of its published files; where `publish` puts them by default' },
      json,
    ],
    load: () => import('./verify.js'),
  },
  {
    usage: 'power',
    description: 'says what differences an edition of so many e-mails can show, before the first one is sent',
    options: [
      study,
      edition,
      { flags: '--probes <n>', description: 'e-mails a brand; as many as the edition has scenarios by default' },
      json,
    ],
    load: () => import('./power.js'),
  },
  {
    usage: 'rank',
    description: 'shows the league table with its uncertainty',
    options: [
      study,
      edition,
      { flags: '--sector <id>', description: 'of one sector only' },
      { flags: '--lang <language>', description: 'fr or en; the study’s first by default' },
      json,
    ],
    load: () => import('./rank.js'),
  },
  {
    usage: 'report',
    description: 'writes league table, trends, methodology sheet, press kit, data and charts',
    options: [
      study,
      edition,
      {
        flags: '--format <list>',
        description: 'html, csv, csv-fr (CSV for French Excel), xlsx, json, svg; several with commas',
        default: 'html',
      },
      { flags: '--out <dir>', description: 'folder for the files' },
      { flags: '--lang <language>', description: 'fr or en; the study’s first by default' },
      { flags: '--brand <id>', description: 'the private sheet of one brand instead' },
      json,
    ],
    load: () => import('./report.js'),
  },
  {
    usage: 'import <file>',
    description: 'takes published past editions (CSV: year, rank, brand, sector, score …) as history; all rows or none',
    options: [
      study,
      { flags: '--series <name>', description: 'name of the series of editions', default: 'published' },
      { flags: '--alias <name=name>', description: 'former name=name today; several with commas' },
      { flags: '--aliases <file>', description: 'CSV of aliases: alias,name' },
      { flags: '--break <years>', description: 'years from which the published method was another one' },
      json,
    ],
    load: () => import('./import.js'),
  },
  {
    usage: 'demo',
    description: 'a simulated market over real SMTP and IMAP on loopback, in virtual time, measured against its truth',
    options: [
      { flags: '--brands <number>', description: 'invented brands', default: '24' },
      { flags: '--editions <number>', description: 'editions, one a year', default: '3' },
      { flags: '--seed <number>', description: 'same seed, same figures', default: '1' },
      { flags: '--study <dir>', description: 'folder to write the study to (a new temporary one by default)' },
      { flags: '--discriminate <points>', description: 'brands treat one group of shoppers worse by so many points' },
      { flags: '--threads <number>', description: 'worker threads for reading and marking' },
      json,
    ],
    load: () => import('./demo.js'),
  },
]
