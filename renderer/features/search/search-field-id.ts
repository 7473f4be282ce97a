// The name by which a key anywhere brings the reader to the search field.

/** The field's element id. */
export const searchFieldId = 'search-field'
