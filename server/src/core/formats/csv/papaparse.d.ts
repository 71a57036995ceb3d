/**
 * What `table.ts` uses of papaparse. Its published types ask for those of Node and of the DOM, which the core must not
 * see.
 */
declare module 'papaparse' {
  interface Parsed {
    readonly data: string[][];
    readonly errors: readonly { readonly row?: number }[];
    /** Where the text that was parsed ends. */
    readonly meta: { readonly cursor: number };
  }
  const Papa: {
    parse(
      text: string,
      config: {
        readonly delimiter: string;
        readonly newline: '\r' | '\n' | '\r\n';
        /** Rows after which it stops. */
        readonly preview: number;
        readonly fastMode: false;
      },
    ): Parsed;
    unparse(
      rows: readonly (readonly string[])[],
      config: { readonly delimiter: string; readonly newline: '\n' },
    ): string;
  };
  export default Papa;
}
