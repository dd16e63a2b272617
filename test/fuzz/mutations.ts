/** Byte mutations of mails, and mails built to exhaust a reader. All by a seeded generator, so that a finding can be repeated. */

/** Numbers in [0, 1), from a seed (mulberry32, Tommy Ettinger 2017). */
export type RandomSource = () => number

/** A seeded source of numbers. */
export function randomSource(seed: number): RandomSource {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Pieces that mean something to a mail reader, spliced in at random places. */
const TELLING_PIECES = [
  '\n\n',
  '\r\n',
  '\r',
  '\0',
  '--',
  '\n--b\n',
  '\n--b--\n',
  'Content-Type: multipart/mixed; boundary=b\n',
  'Content-Type: multipart/alternative; boundary="',
  'Content-Type: message/rfc822\n\n',
  'Content-Type: message/delivery-status\n\n',
  'Content-Type: text/html; charset=utf-7\n',
  'Content-Transfer-Encoding: base64\n',
  'Content-Transfer-Encoding: quoted-printable\n',
  "filename*0*=utf-8''%e2%82; filename*1*=%ac",
  '=?utf-8?B?4oKs?=',
  '=?x?Q?=FF=?=',
  '=?',
  'charset=iso-2022-jp',
  '\u001b$B',
  '<blockquote>',
  '</div></div>',
  '<table><tr><td>',
  '<!--',
  '<a href="',
  '> > > ',
  'Le lun. 2 mars 2026 à 10:00, X <x@y.example> a écrit :',
  'On Mon, 2 Mar 2026, X wrote:',
  '-----Message d’origine-----',
  '-- \n',
  '5.1.1',
  '550 ',
  'Final-Recipient: rfc822; ',
  'Auto-Submitted: auto-replied\n',
  '{"notificationType":"Bounce"',
  '<'.repeat(300),
  '('.repeat(300),
  '"'.repeat(301),
  ' '.repeat(2_000),
  'a'.repeat(3_000),
  'é'.repeat(500),
  ';'.repeat(500),
  '='.repeat(500),
  '\t\n \t\n'.repeat(100),
].map((piece) => Buffer.from(piece, 'utf8'))

/** Longest mutated mail; splices cannot grow beyond it. */
const LONGEST = 400_000

function place(random: RandomSource, length: number): number {
  return Math.floor(random() * (length + 1))
}

const MUTATIONS: readonly ((bytes: Buffer, random: RandomSource, other: Buffer) => Buffer)[] = [
  (bytes, random) => {
    const changed = Buffer.from(bytes)
    const times = 1 + Math.floor(random() * 20)
    for (let time = 0; time < times && changed.length > 0; time += 1) {
      changed[place(random, changed.length - 1)] = Math.floor(random() * 256)
    }
    return changed
  },
  (bytes, random) => bytes.subarray(0, place(random, bytes.length)),
  (bytes, random) => bytes.subarray(place(random, bytes.length)),
  (bytes, random) => {
    const from = place(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + place(random, 400)))])
  },
  (bytes, random) => {
    const from = place(random, bytes.length)
    const piece = bytes.subarray(from, from + place(random, 600))
    const copies = 1 + Math.floor(random() * 30)
    return Buffer.concat([
      bytes.subarray(0, from),
      ...Array.from({ length: copies }, () => piece),
      bytes.subarray(from),
    ])
  },
  (bytes, random) => {
    const at = place(random, bytes.length)
    const piece = TELLING_PIECES[Math.floor(random() * TELLING_PIECES.length)]!
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
  },
  (bytes, random, other) => {
    const at = place(random, bytes.length)
    const from = place(random, other.length)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + place(random, 3_000)), bytes.subarray(at)])
  },
]

/** One to four mutations of a sample. */
export function mutate(sample: Buffer, other: Buffer, random: RandomSource): Buffer {
  let bytes = sample
  const times = 1 + Math.floor(random() * 4)
  for (let time = 0; time < times; time += 1) {
    bytes = MUTATIONS[Math.floor(random() * MUTATIONS.length)]!(bytes, random, other).subarray(0, LONGEST)
  }
  return bytes
}
