/** format=flowed by RFC 3676. */
import { describe, expect, it } from 'vitest'
import { unflow } from '../../../src/reading/mime/flowed.js'

describe('unflow', () => {
  it.each([
    ['joins a line that ends in a space with the next', 'un \ndeux\ntrois', false, 'un deux\ntrois'],
    ['takes the space away under DelSp', 'emp \nloi', true, 'emploi'],
    ['keeps quote depths apart', '> un \n> deux\ntrois', false, '> un deux\ntrois'],
    ['ends a paragraph where the depth changes', '> un \n>> deux', false, '> un\n>> deux'],
    ['keeps the signature line alone', 'fin \n-- \nNom', false, 'fin\n-- \nNom'],
    ['removes the stuffed space', ' From here', false, 'From here'],
    ['leaves blank lines', 'a\n\nb', false, 'a\n\nb'],
    ['ends an unfinished paragraph', 'a ', false, 'a'],
  ])('%s', (_name, text, deleteSpace, expected) => {
    expect(unflow(text, deleteSpace)).toBe(expected)
  })
})
