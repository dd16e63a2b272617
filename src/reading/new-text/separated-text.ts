/** What separating a mail gives. */
/** A body in four parts, LF line ends, each empty where absent. */
export interface SeparatedText {
  /** Newly written text with greeting, closing formula and the writer's name. */
  readonly text: string
  /** Quoted earlier mail with its header lines. */
  readonly quoted: string
  /** Everything below the writer's name: function, company, telephone, address, links; "Sent from my …". */
  readonly signature: string
  /** Legal notices, antivirus footers, banners, ticket wrappers, satisfaction surveys. */
  readonly boilerplate: string
}
