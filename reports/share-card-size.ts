/** Size of the picture beside a shared link, in pixels: what networks that show Open Graph images ask for (ratio 1.91 : 1). */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630
