import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../src/domain/message.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { matchByAllClues, matchMessage } from '../../src/matching/match-message.js'
import { createProbeIndex } from '../../src/matching/probe-index.js'
import { FROM_BRAND, openProbe, reading, SENT_AT } from './probes.js'

const probe = openProbe()
const LATER = SENT_AT + 5 * HOUR_MS
const match = (change: Partial<Reading>, probes = [probe], receivedAt = LATER) =>
  matchMessage(reading(change), receivedAt, createProbeIndex(probes))

describe('one clue alone', () => {
  it.each<[string, Partial<Reading>]>([
    ['reply-address-token', { from: FROM_BRAND, recipients: [probe.replyAddress] }],
    ['in-reply-to', { inReplyTo: [probe.messageId!] }],
    ['in-reply-to', { inReplyTo: ['<PROBE-1@persona.example>'] }],
    ['references', { references: ['<other@x.example>', probe.messageId!] }],
    ['embedded-message-id', { kind: 'bounce', embeddedMessageIds: [probe.messageId!] }],
    ['embedded-token', { quoted: `Le 12 mars, Claire Aubry <${probe.replyAddress}> a écrit :\n> …` }],
    ['quoted-text', { quoted: probe.text.replace(/^/gm, '> ') }],
    ['persona-and-domain', { from: FROM_BRAND, recipients: [probe.personaAddress], subject: `RE: ${probe.subject}` }],
  ])('matches by %s', (clue, change) => {
    const decision = match(change)
    expect(decision).toMatchObject({ outcome: 'matched', probes: [probe.id] })
    expect(decision.candidates[0]).toMatchObject({ probe: probe.id, clue })
  })

  it('matches the original Message-ID that a bounce reports', () => {
    const bounce = {
      status: '5.1.1',
      hard: true,
      reason: 'user-unknown',
      recipient: null,
      replyCode: null,
      diagnostic: '',
    }
    expect(match({ kind: 'bounce', bounce: { ...bounce, originalMessageId: probe.messageId } }).probes).toEqual([
      probe.id,
    ])
  })

  it.each([
    ['catch-all address', 'claire.aubry.k3v9q2@persona.example'],
    ['token in capitals', 'Claire.Aubry+K3V9Q2@persona.example'],
    ['other separator', 'claire.aubry-k3v9q2@persona.example'],
  ])('finds the token in a %s', (_, address) => {
    expect(match({ from: FROM_BRAND, recipients: [address] }).probes).toEqual([probe.id])
  })

  it('does not take the token on a foreign domain', () => {
    expect(match({ recipients: ['claire.aubry+k3v9q2@elsewhere.example'] }).outcome).toBe('none')
  })
})

describe('who sent it', () => {
  const to = { recipients: [probe.replyAddress] }
  it.each([
    ['a subdomain of the brand', 'noreply@mail.maison-lune.example'],
    ['the brand in capitals', 'SAV@MAISON-LUNE.EXAMPLE'],
  ])('%s is the brand', (_, address) => {
    expect(match({ ...to, from: { name: '', address } }).outcome).toBe('matched')
  })

  it.each([
    ['a look-alike', 'contact@maison-1une.example'],
    ['a Cyrillic letter', 'contact@mаison-lune.example'],
    ['punycode of a look-alike', 'contact@xn--mison-lune-zqi.example'],
    ['the brand as a label of another domain', 'contact@maison-lune.example.attacker.example'],
    ['another domain', 'offers@shoes.example'],
    ['nobody', ''],
  ])('%s is a stranger', (_, address) => {
    const decision = match({ ...to, from: { name: 'Maison Lune', address } })
    expect(decision).toMatchObject({ outcome: 'stranger', probes: [probe.id] })
  })

  it('a newsletter of a stranger that names the address it was sent to is a leak', () => {
    const from = { name: 'Shoes', address: 'news@shoes.example' }
    const text = `You receive this at ${probe.replyAddress}.`
    expect(match({ ...to, from, text, kind: 'marketing' }).outcome).toBe('stranger')
  })

  it('marketing and surveys of the brand belong to the probe', () => {
    expect(match({ ...to, from: FROM_BRAND, kind: 'marketing', subject: 'Soldes' })).toMatchObject({
      outcome: 'matched',
    })
    expect(match({ ...to, from: FROM_BRAND, kind: 'survey', subject: 'Votre avis' })).toMatchObject({
      outcome: 'matched',
    })
  })

  it('a personal address that answers our mail is an answer', () => {
    const from = { name: 'Julie', address: 'julie.martin@gmail.com' }
    expect(match({ ...to, from, inReplyTo: [probe.messageId!] }).outcome).toBe('matched')
    expect(match({ ...to, from, quoted: probe.text }).outcome).toBe('matched')
  })

  it('a foreign address under a reply to our subject is for a person to decide', () => {
    const from = { name: 'Julie', address: 'julie@other-company.example' }
    expect(match({ ...to, from, subject: `RE: ${probe.subject}` }).outcome).toBe('doubtful')
    expect(match({ ...to, from, kind: 'out-of-office' }).outcome).toBe('doubtful')
  })

  it('a help desk counts where it names the brand or our subject, else a person decides', () => {
    const desk = (name: string, address: string) => ({ ...to, from: { name, address }, subject: 'Ticket 12' })
    expect(match(desk('Maison Lune', 'support@lune.zendesk.com')).outcome).toBe('matched')
    expect(match(desk('Support', 'support@maison-lune.zendesk.com')).outcome).toBe('matched')
    expect(match({ ...desk('Support', 'support@acme.zendesk.com'), subject: probe.subject }).outcome).toBe('matched')
    expect(match(desk('Support', 'support@acme.zendesk.com')).outcome).toBe('doubtful')
  })

  it('takes the help desks of the study', () => {
    const from = { name: 'Maison Lune', address: 'a@desk.helper.example' }
    const mail = reading({ ...to, from })
    const index = createProbeIndex([probe])
    expect(matchMessage(mail, LATER, index).outcome).toBe('stranger')
    expect(matchMessage(mail, LATER, index, { helpDeskDomains: ['helper.example'] }).outcome).toBe('matched')
  })

  it('a bounce of any mail system belongs to the address it came to', () => {
    const from = { name: 'Mail Delivery', address: 'mailer-daemon@relay.example' }
    expect(match({ ...to, from, kind: 'bounce' }).outcome).toBe('matched')
  })

  it('a brand at a free mail provider is known by its whole address only', () => {
    const small = openProbe({ brand: { id: 'x', names: ['Mercerie'], domains: [], addresses: ['mercerie@gmail.com'] } })
    expect(match({ ...to, from: { name: '', address: 'mercerie@gmail.com' } }, [small]).outcome).toBe('matched')
    expect(match({ ...to, from: { name: '', address: 'someone@gmail.com' } }, [small]).outcome).toBe('stranger')
  })

  it('our own address answers nothing', () => {
    expect(match({ from: { name: '', address: probe.personaAddress }, quoted: probe.text }).outcome).toBe('none')
  })
})

describe('several probes', () => {
  const second = openProbe({
    id: '2024/maison-lune/question',
    token: 'z8w4m1',
    replyAddress: 'claire.aubry+z8w4m1@persona.example',
    messageId: '<probe-2@persona.example>',
    subject: 'Question sur vos tapis',
    text: 'Bonjour, vos tapis berbères existent-ils en deux mètres sur trois, et sont-ils lavables en machine ? Claire Aubry',
  })

  it('one message to both addresses answers both', () => {
    const decision = match({ from: FROM_BRAND, recipients: [probe.replyAddress, second.replyAddress] }, [probe, second])
    expect(decision).toMatchObject({ outcome: 'matched' })
    expect(decision.probes.toSorted()).toEqual([probe.id, second.id])
  })

  it('one message to one address that names both in In-Reply-To answers both', () => {
    const ids = { inReplyTo: [probe.messageId!, second.messageId!] }
    expect(match({ from: FROM_BRAND, recipients: [probe.replyAddress], ...ids }, [probe, second]).probes.length).toBe(2)
  })

  it('an answer to a follow-up that quotes the first mail too answers the follow-up', () => {
    const followUp = { ...second, followsProbe: probe.id }
    const quoted = `${second.text}\n> ${probe.text}\nClaire <${probe.replyAddress}>`
    const decision = match({ from: FROM_BRAND, recipients: [followUp.replyAddress], quoted }, [probe, followUp])
    expect(decision.probes).toEqual([followUp.id])
  })

  it('leaves two equal candidates to a person', () => {
    const twin = { ...second, subject: probe.subject }
    const change = { from: FROM_BRAND, recipients: [probe.personaAddress], subject: probe.subject }
    expect(match(change, [probe, twin])).toMatchObject({ outcome: 'doubtful', probes: [] })
  })

  it('tells two probes of one persona and brand apart by subject', () => {
    const change = { from: FROM_BRAND, recipients: [probe.personaAddress], subject: `Re: ${second.subject}` }
    expect(match(change, [probe, second]).probes).toEqual([second.id])
  })

  it('a shared variant quoted by one brand is not taken for the other brand', () => {
    const brand = { id: 'verger', names: ['Verger'], domains: ['verger.example'], addresses: ['sav@verger.example'] }
    const other = openProbe({ ...second, id: '2024/verger/complaint', brand, subject: probe.subject, text: probe.text })
    const from = { name: 'Verger', address: 'sav@verger.example' }
    expect(match({ from, quoted: probe.text }, [probe, other]).probes).toEqual([other.id])
  })
})

describe('when it came', () => {
  const change = { from: FROM_BRAND, recipients: [probe.personaAddress], subject: `Re: ${probe.subject}` }
  it('text and subject never match mail from before the probe was sent', () => {
    expect(match(change, [probe], SENT_AT - DAY_MS).outcome).toBe('none')
    expect(match({ quoted: probe.text }, [probe], SENT_AT - DAY_MS).outcome).toBe('none')
  })
  it('after the window another subject is for a person', () => {
    const late = probe.windowEnd! + DAY_MS
    expect(match({ ...change, subject: 'Nouveautés' }, [probe], late).outcome).toBe('doubtful')
    expect(match({ inReplyTo: [probe.messageId!] }, [probe], late).outcome).toBe('matched')
  })
})

const brands = ['alpha', 'beta', 'gamma'].map((id) => ({
  id,
  names: [id],
  domains: [`${id}.example`],
  addresses: [`care@${id}.example`],
}))
const many = Array.from({ length: 12 }, (_, at) =>
  openProbe({
    id: `e/p${at}`,
    brand: brands[at % 3]!,
    personaAddress: `persona${at % 4}@persona.example`,
    token: `tok${at}en`,
    replyAddress: `persona${at % 4}+tok${at}en@persona.example`,
    messageId: `<m${at}@persona.example>`,
    subject: `Question ${at % 5} sur ma commande`,
    text: `Bonjour, voici ma question numéro ${at % 6} sur la commande ${at} que j’ai passée chez vous la semaine dernière.`,
  }),
)
const mail = fc
  .record({
    from: fc.constantFrom(
      ...brands.map(({ id }) => `care@${id}.example`),
      'x@y.example',
      'a@alpha.zendesk.com',
      'me@gmail.com',
      '',
    ),
    to: fc.subarray(
      many.flatMap(({ replyAddress, personaAddress }) => [replyAddress, personaAddress]),
      { maxLength: 3 },
    ),
    ids: fc.subarray(
      many.map(({ messageId }) => messageId!),
      { maxLength: 2 },
    ),
    references: fc.subarray(
      many.map(({ messageId }) => messageId!),
      { maxLength: 3 },
    ),
    quoted: fc.subarray(
      many.map(({ text }) => text),
      { maxLength: 2 },
    ),
    subject: fc.constantFrom(...many.map(({ subject }) => `Re: ${subject}`), 'Soldes', ''),
    kind: fc.constantFrom<Reading['kind']>('reply', 'acknowledgement', 'marketing', 'bounce'),
  })
  .map(({ from, to, ids, references, quoted, subject, kind }) =>
    reading({
      from: from === '' ? null : { name: '', address: from },
      recipients: to,
      inReplyTo: ids,
      references,
      quoted: quoted.join('\n'),
      subject,
      kind,
    }),
  )

describe('rules for any mail', () => {
  it('the order in which probes were indexed plays no part', () => {
    fc.assert(
      fc.property(mail, fc.shuffledSubarray(many, { minLength: many.length }), (one, shuffled) => {
        expect(matchMessage(one, LATER, createProbeIndex(shuffled))).toEqual(
          matchMessage(one, LATER, createProbeIndex(many)),
        )
      }),
    )
  })

  it('an index with probes added and removed decides as a fresh one', () => {
    const extra = openProbe({ id: 'e/extra', token: 'extra1', messageId: '<extra@persona.example>' })
    fc.assert(
      fc.property(mail, fc.subarray(many), (one, kept) => {
        const index = createProbeIndex([extra, ...many])
        for (const open of [extra, ...many]) if (!kept.includes(open)) index.remove(open.id)
        expect(index.size).toBe(kept.length)
        expect(matchMessage(one, LATER, index)).toEqual(matchMessage(one, LATER, createProbeIndex(kept)))
      }),
    )
  })

  it('the token of the reply address always wins', () => {
    fc.assert(
      fc.property(mail, fc.constantFrom(...many), (one, open) => {
        const from = { name: '', address: open.brand.addresses[0]! }
        const addressed = { ...one, from, recipients: [...one.recipients, open.replyAddress] }
        const decision = matchMessage(addressed, LATER, createProbeIndex(many))
        expect(decision.outcome).toBe('matched')
        expect(decision.probes).toContain(open.id)
      }),
    )
  })

  it('what identifiers settle, all clues together decide alike', () => {
    let settled = 0
    const index = createProbeIndex(many)
    fc.assert(
      fc.property(
        mail,
        fc.constantFrom(...many),
        fc.constantFrom('address', 'thread', 'as drawn'),
        (drawn, open, how) => {
          // Two thirds of the mails answer one probe as brands do, the others are whatever was drawn.
          const from = { name: '', address: open.brand.addresses[0]! }
          const thread = { inReplyTo: [open.messageId!], references: [open.messageId!] }
          const one = {
            ...drawn,
            ...(how === 'as drawn' ? {} : { from }),
            ...(how === 'address' ? { recipients: [open.replyAddress], ...thread } : {}),
            ...(how === 'thread' ? { recipients: [open.personaAddress], ...thread } : {}),
          }
          let likenessAsked = false
          const watched = {
            ...index,
            byPersonaAndHost(address: string, host: string) {
              likenessAsked = true
              return index.byPersonaAndHost(address, host)
            },
          }
          const quick = matchMessage(one, LATER, watched)
          const plain = matchByAllClues(one, LATER, index)
          expect({ outcome: quick.outcome, probes: quick.probes }).toEqual({
            outcome: plain.outcome,
            probes: plain.probes,
          })
          expect(quick.candidates[0]?.probe).toBe(plain.candidates[0]?.probe)
          if (likenessAsked) expect(quick).toEqual(plain)
          else if (quick.outcome === 'matched') settled += 1
        },
      ),
      { numRuns: 3000 },
    )
    expect(settled).toBeGreaterThan(300)
  })

  it('nothing matches without a clue', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.emailAddress(), (subject, text, address) => {
        const one = reading({ subject, text, from: { name: '', address }, recipients: ['other@mailbox.example'] })
        expect(matchMessage(one, LATER, createProbeIndex(many))).toMatchObject({
          outcome: 'none',
          candidates: [],
          probes: [],
        })
      }),
    )
  })

  it('confidences lie between 0 and 1, surest first, and every match is a candidate', () => {
    fc.assert(
      fc.property(mail, (one) => {
        const { candidates, probes, reason } = matchMessage(one, LATER, createProbeIndex(many))
        expect(candidates.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true)
        expect(probes.every((id) => candidates.some((candidate) => candidate.probe === id))).toBe(true)
        expect(new Set(probes).size).toBe(probes.length)
        expect(reason).not.toBe('')
      }),
    )
  })

  it('never throws, whatever the headers hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, two) => {
        const odd = reading({
          from: { name: one, address: two },
          recipients: [one, two],
          inReplyTo: [one],
          subject: two,
          quoted: one,
        })
        matchMessage(odd, LATER, createProbeIndex(many))
      }),
    )
  })
})
