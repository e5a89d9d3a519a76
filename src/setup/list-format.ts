/** How a list is written: for people, as one JSON document, or one item a line. */
export type ListFormat = 'text' | 'json' | 'plain';
