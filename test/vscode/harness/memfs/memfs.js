// Test only: the files of a workspace in the web extension host, which has no disk.
const vscode = require('vscode');

const { FileChangeType, FileSystemError, FileType } = vscode;
const parent = (path) => path.slice(0, path.lastIndexOf('/')) || '/';
const folder = () => ({ type: FileType.Directory, ctime: 0, mtime: Date.now(), size: 0 });

class MemoryFiles {
  constructor() {
    this.nodes = new Map([['/', folder()]]);
    this.changes = new vscode.EventEmitter();
    this.onDidChangeFile = this.changes.event;
  }

  put(path, data) {
    const old = this.nodes.get(path);
    // A strictly growing time: the editor compares time and size before it writes.
    const mtime = Math.max(Date.now(), (old?.mtime ?? 0) + 1);
    this.nodes.set(path, {
      type: FileType.File,
      ctime: old?.ctime ?? mtime,
      mtime,
      size: data.byteLength,
      data,
    });
  }

  get(uri) {
    const node = this.nodes.get(uri.path.replace(/(.)\/$/, '$1'));
    if (!node) throw FileSystemError.FileNotFound(uri);
    return node;
  }

  watch() {
    return new vscode.Disposable(() => {});
  }

  stat(uri) {
    return this.get(uri);
  }

  readDirectory(uri) {
    this.get(uri);
    const base = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    return [...this.nodes]
      .filter(([path]) => path !== '/' && path.startsWith(base) && !path.slice(base.length).includes('/'))
      .map(([path, node]) => [path.slice(base.length), node.type]);
  }

  readFile(uri) {
    const node = this.get(uri);
    if (node.type !== FileType.File) throw FileSystemError.FileIsADirectory(uri);
    return node.data;
  }

  writeFile(uri, data, { create, overwrite }) {
    const old = this.nodes.get(uri.path);
    if (old?.type === FileType.Directory) throw FileSystemError.FileIsADirectory(uri);
    if (!old && !create) throw FileSystemError.FileNotFound(uri);
    if (old && create && !overwrite) throw FileSystemError.FileExists(uri);
    if (!this.nodes.has(parent(uri.path))) throw FileSystemError.FileNotFound(uri);
    this.put(uri.path, data);
    this.changes.fire([{ type: old ? FileChangeType.Changed : FileChangeType.Created, uri }]);
  }

  createDirectory(uri) {
    if (this.nodes.has(uri.path)) throw FileSystemError.FileExists(uri);
    this.nodes.set(uri.path, folder());
    this.changes.fire([{ type: FileChangeType.Created, uri }]);
  }

  delete(uri, { recursive }) {
    this.get(uri);
    for (const path of [...this.nodes.keys()])
      if (path === uri.path || (recursive && path.startsWith(`${uri.path}/`))) this.nodes.delete(path);
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from, to, { overwrite }) {
    if (this.nodes.has(to.path) && !overwrite) throw FileSystemError.FileExists(to);
    for (const [path, node] of [...this.nodes]) {
      if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
      this.nodes.delete(path);
      this.nodes.set(to.path + path.slice(from.path.length), node);
    }
    this.changes.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: FileChangeType.Created, uri: to },
    ]);
  }
}

exports.activate = async (context) => {
  const files = new MemoryFiles();
  const answer = await fetch(context.extensionUri.with({ path: '/seed.json' }).toString(true));
  for (const [path, text] of Object.entries(await answer.json())) {
    const above = path.split('/').slice(1, -1);
    above.forEach((_, depth) => {
      const name = `/${above.slice(0, depth + 1).join('/')}`;
      if (!files.nodes.has(name)) files.nodes.set(name, folder());
    });
    files.put(path, new TextEncoder().encode(text));
  }
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }),
  );
};
