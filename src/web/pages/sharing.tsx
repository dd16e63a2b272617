/**
 * What a page says to those who share and find it: search engines (canonical address, languages, schema.org), social networks
 * (Open Graph), feed readers and editors that embed (oEmbed). A page that says nothing of the kind is not indexed.
 */

import { CARD_HEIGHT, CARD_WIDTH } from '../../../reports/share-card-size.js'
import type { StudyLanguage } from '../../domain/language.js'
import { languagePack, toldLanguages } from '../../languages/index.js'

/** What is said of one page. */
export interface Sharing {
  /** The finding, or what the page shows; one or two sentences. */
  readonly description: string
  /** Path of the page without language, sort or filter. */
  readonly path: string
  /** Path of the picture for shared links; null where the page has none. */
  readonly picture: string | null
  /** Objects of schema.org, each with its `@type`. */
  readonly structured?: readonly Readonly<Record<string, unknown>>[]
  /** True where the page can be embedded by its address. */
  readonly embeddable?: boolean
}

/** An address in one language; the language stays open where none is given. */
export function inLanguageAddress(publicUrl: string, path: string, language?: StudyLanguage): string {
  if (language === undefined) return `${publicUrl}${path}`
  return `${publicUrl}${path}${path.includes('?') ? '&' : '?'}lang=${language}`
}

/** JSON for a data block: nothing in it ends the element (HTML §4.12.1.3). */
function dataBlock(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** The elements of the head. */
export function SharingHead(props: {
  sharing: Sharing
  title: string
  language: StudyLanguage
  publicUrl: string
  study: string
}) {
  const { sharing, language, publicUrl } = props
  const address = inLanguageAddress(publicUrl, sharing.path)
  const locale = (one: StudyLanguage) => languagePack(one).formats.locale.replace('-', '_')
  const picture = sharing.picture && inLanguageAddress(publicUrl, sharing.picture, language)
  return (
    <>
      <meta name="description" content={sharing.description} />
      <link rel="canonical" href={address} />
      {toldLanguages().map((one) => (
        <link rel="alternate" hreflang={one} href={inLanguageAddress(publicUrl, sharing.path, one)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={address} />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={props.study}
        href={inLanguageAddress(publicUrl, '/feed.xml', language)}
      />
      {sharing.embeddable ? (
        <link
          rel="alternate"
          type="application/json+oembed"
          title={props.title}
          href={`${publicUrl}/oembed?url=${encodeURIComponent(address)}`}
        />
      ) : null}
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={props.study} />
      <meta property="og:title" content={props.title} />
      <meta property="og:description" content={sharing.description} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={locale(language)} />
      {toldLanguages()
        .filter((one) => one !== language)
        .map((one) => (
          <meta property="og:locale:alternate" content={locale(one)} />
        ))}
      {picture ? (
        <>
          <meta property="og:image" content={picture} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content={String(CARD_WIDTH)} />
          <meta property="og:image:height" content={String(CARD_HEIGHT)} />
          <meta property="og:image:alt" content={sharing.description} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      ) : (
        <meta name="twitter:card" content="summary" />
      )}
      {(sharing.structured ?? []).map((object) => (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: dataBlock({ '@context': 'https://schema.org', ...object }) }}
        ></script>
      ))}
    </>
  )
}
