// How long what is written beside a figure may be, in UTF-16 units: the fields, the API and imports take the same.

export const LONGEST_SOURCE = 500
export const LONGEST_NOTE = 2000
/** Of a review. */
export const LONGEST_COMMENT = 2000
