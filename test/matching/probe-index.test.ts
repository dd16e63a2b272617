import { describe, expect, it } from 'vitest'
import { createProbeIndex } from '../../src/matching/probe-index.js'
import { shingleSetOf } from '../../src/matching/shingles.js'
import { openProbe } from './probes.js'

const probe = openProbe()

describe('createProbeIndex', () => {
  it('finds a probe by every clue', () => {
    const index = createProbeIndex([probe])
    expect(index.byRecipient('CLAIRE.AUBRY+K3V9Q2@persona.example')).toEqual([probe])
    expect(index.byMessageId('probe-1@PERSONA.example')).toEqual([probe])
    expect(index.byBrandHost('mail.maison-lune.example')).toEqual([probe])
    expect(index.byPersonaAndHost('Claire.Aubry@persona.example', 'maison-lune.example')).toEqual([probe])
    expect(index.byPersonaAndName(probe.personaAddress, ['equipe', 'maison', 'lune'])).toEqual([probe])
    expect(index.byPersona(probe.personaAddress)).toEqual([probe])
    expect(index.byShingles(shingleSetOf(probe.text))).toEqual([probe])
    expect(index.isOurs(probe.personaAddress)).toBe(true)
  })

  it('finds nothing of a probe that was removed', () => {
    const index = createProbeIndex([probe])
    index.remove(probe.id)
    index.remove('unknown')
    expect(index.size).toBe(0)
    expect(index.byRecipient(probe.replyAddress)).toEqual([])
    expect(index.byMessageId(probe.messageId!)).toEqual([])
    expect(index.byShingles(shingleSetOf(probe.text))).toEqual([])
    expect(index.isOurs(probe.personaAddress)).toBe(false)
  })

  it('replaces a probe that is added again', () => {
    const index = createProbeIndex([openProbe({ messageId: null })])
    expect(index.byMessageId(probe.messageId!)).toEqual([])
    index.add(probe)
    expect(index.size).toBe(1)
    expect(index.byMessageId(probe.messageId!)).toEqual([probe])
  })

  it('passes over clues that thousands of probes share', () => {
    const index = createProbeIndex(
      Array.from({ length: 1_000 }, (_, at) =>
        openProbe({ id: `p${at}`, token: `t${at}xyz`, replyAddress: `claire.aubry+t${at}xyz@persona.example` }),
      ),
    )
    expect(index.byShingles(shingleSetOf(probe.text))).toEqual([])
    expect(index.byPersona(probe.personaAddress)).toEqual([])
    expect(index.byRecipient('claire.aubry+t7xyz@persona.example').map(({ id }) => id)).toEqual(['p7'])
  })
})
