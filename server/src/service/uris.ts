import { URI, Utils } from 'vscode-uri';

/** The spelling of a URI by which we compare: as vscode-uri writes it. */
export function normalized(uri: string): string {
  return URI.parse(uri).toString();
}

/** Addresses of files that are spelled as they would be written again, with nothing to resolve in them. */
const PLAIN_FILE = /^file:\/\/(?:\/(?!\.{0,2}(?:\/|$))[A-Za-z0-9._-]+)+$/;
/** Where the path of such an address begins. */
const FILE_ROOT = 'file://'.length;

/** The folder of a file or folder; the root is its own folder. */
export function folderOf(uri: string): string {
  // Parsing takes a hundred times as long, and nearly all addresses are plain ones.
  const slash = uri.lastIndexOf('/');
  if (slash > FILE_ROOT && PLAIN_FILE.test(uri)) return uri.slice(0, slash);
  return Utils.dirname(URI.parse(uri)).toString();
}

/** A file below a folder; `path` uses `/`. */
export function joined(folder: string, path: string): string {
  const plain = `${folder}/${path}`;
  return PLAIN_FILE.test(plain) ? plain : Utils.joinPath(URI.parse(folder), path).toString();
}

/** Paths that are written in URIs as they are. */
const PLAIN = /^[A-Za-z0-9._/-]*$/;

/** The path of `uri` below `folder` (decoded, with `/`), or undefined where it is not below it. */
export function relativePath(folder: string, uri: string): string | undefined {
  // Parsing takes a hundred times as long, and nearly all addresses are plain ones.
  if (uri.startsWith(folder) && uri.charAt(folder.length) === '/') {
    const rest = uri.slice(folder.length + 1);
    if (PLAIN.test(rest)) return rest;
  }
  const f = URI.parse(folder);
  const u = URI.parse(uri);
  if (f.scheme !== u.scheme || f.authority !== u.authority) return undefined;
  const base = f.path.endsWith('/') ? f.path : `${f.path}/`;
  return u.path.startsWith(base) ? u.path.slice(base.length) : undefined;
}

/** The last part of a URI's path, decoded. */
export function baseName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}
