/** What tells that a file was written: its size and time. */
export function stampOf({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string {
  return `${size}-${mtimeMs}`;
}
