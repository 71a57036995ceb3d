/** A part of an IRI for any text; `decoded` gives it back. Halves of characters, which UTF-8 lacks, are written `%uD800`. */
export function encoded(text: string): string {
  if (text.isWellFormed()) return encodeURIComponent(text);
  return [...text]
    .map((c) =>
      c.isWellFormed() ? encodeURIComponent(c) : `%u${c.charCodeAt(0).toString(16).toUpperCase()}`,
    )
    .join('');
}

/** The text that a part of an IRI stands for; the part itself where it stands for none. */
export function decoded(part: string): string {
  try {
    return part
      .split(/%u(D[89A-F][0-9A-F]{2})/)
      .map((piece, i) =>
        i % 2 === 0 ? decodeURIComponent(piece) : String.fromCharCode(Number.parseInt(piece, 16)),
      )
      .join('');
  } catch {
    return part;
  }
}

/** What our own terms begin with; the context of a file says what it stands for. */
export const PREFIX = 'pressmark';
export const NAMESPACE = 'urn:pressmark:';
const ENTITY = `${NAMESPACE}entity:`;

const WIKIDATA = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/([QPL]\d+)$/;

/** An entity as an IRI: Wikidata's own for its ids, IRIs as they are, others as `urn:pressmark:entity:…`. */
export function entityIri(entity: string): string {
  if (/^[QPL]\d+$/.test(entity)) return `http://www.wikidata.org/entity/${entity}`;
  const isIri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{C}]+$/iu.test(entity);
  return isIri && !WIKIDATA.test(entity) && !entity.startsWith(ENTITY) ? entity : ENTITY + encoded(entity);
}

/** The entity that an IRI names. */
export function entityOf(iri: string): string {
  if (iri.startsWith(ENTITY)) return decoded(iri.slice(ENTITY.length));
  return WIKIDATA.exec(iri)?.[1] ?? iri;
}
