/** An entity file may be larger than an article; above this it belongs into an imported cache. */
export const MAX_ENTITY_FILE_BYTES = 50_000_000;
