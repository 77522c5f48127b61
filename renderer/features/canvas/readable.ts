/** Pixels that a name takes on screen at least, and at most on its card, where two lines of it have to fit. */
export const nameOnScreen = 12;
export const nameOnCard = { least: 13, most: 30 };

/** The least zoom at which names can be read. */
export const readableZoom = nameOnScreen / nameOnCard.most;
