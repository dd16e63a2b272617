/** HTML as systems lay it out: bare paragraphs, a card in tables with a button, a newsletter with a tracking pixel, Outlook's. */
import type { Random } from '../../../src/ranking/random.js'
import type { Family } from './families.js'
import type { Facts } from './slots.js'

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

function paragraphs(text: string, tag = 'p'): string {
  return text
    .split(/\n{2,}/)
    .map((block) => {
      const inner = escaped(block)
        .replace(/\n/g, '<br>')
        .replace(/https?:\/\/\S+/g, (url) => `<a href="${url}">${url}</a>`)
      return `<${tag}>${inner}</${tag}>`
    })
    .join('\n')
}

/** Lays a text out. */
export function asHtml(text: string, layout: Family['layout'], facts: Facts, random: Random): string {
  const url = `https://${facts.domain}/c/${random.below(100_000)}`
  if (layout === 'outlook')
    return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang="FR"><div class="WordSection1">${paragraphs(text).replace(/<p>/g, '<p class="MsoNormal">')}</div></body></html>`
  if (layout === 'bare')
    return `<html><body><div dir="ltr">${paragraphs(text, random.pick(['p', 'div']))}</div></body></html>`
  const logo = `<img src="https://img.${facts.domain}/logo.png" alt="${facts.brand}" width="120">`
  const pixel = random.below(2) === 0 ? `<img src="${url}/open.gif" width="1" height="1" alt="">` : ''
  if (layout === 'card')
    return `<!DOCTYPE html><html><head><style>body{font-family:Arial}</style></head><body>${random.below(2) === 0 ? `<table width="600"><tr><td>${logo}</td></tr><tr><td>${paragraphs(text)}</td></tr></table>` : `<div style="max-width:600px">${paragraphs(text)}</div>`}${pixel}</body></html>`
  const blocks = text
    .split(/\n{2,}/)
    .map(
      (block) =>
        `<tr><td>${paragraphs(block, 'div')}</td></tr><tr><td><a href="${url}" style="background-color:#c00;padding:12px"><img src="https://img.${facts.domain}/${random.below(99)}.jpg" alt=""></a></td></tr>`,
    )
  return `<!DOCTYPE html><html><head><style>@media screen{.c{width:100%}}</style></head><body><table><tr><td><table width="640"><tr><td>${logo}</td></tr>${blocks.join('')}</table></td></tr></table><img src="${url}/o.gif" width="1" height="1"></body></html>`
}
