import * as nodeModule from 'node:module';

/** By then the first article is checked, and nobody waits for the disk. */
const FLUSH_AFTER_MS = 5000;

// Node keeps the compiled form of the server (in the folder for temporary files), which takes a quarter off the next
// start. Node 20, inside old editors, cannot.
if ('enableCompileCache' in nodeModule) {
  nodeModule.enableCompileCache();
  setTimeout(() => nodeModule.flushCompileCache(), FLUSH_AFTER_MS).unref();
}
nodeModule.createRequire(import.meta.url)('./main.js');
