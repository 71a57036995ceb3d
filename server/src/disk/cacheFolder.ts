import { isAbsolute, join } from 'node:path';

/** What decides where a user's programs keep what they can find out again. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Pressmark's folder for what it can find out again: below `%LOCALAPPDATA%` on Windows, `~/Library/Caches` on macOS,
 * `$XDG_CACHE_HOME` or `~/.cache` elsewhere. As the XDG specification wants it, a relative path there does not count.
 */
export function cacheFolder({ platform, home, env }: Machine): string {
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Pressmark', 'Cache');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Pressmark');
  const named = env.XDG_CACHE_HOME;
  return join(named && isAbsolute(named) ? named : join(home, '.cache'), 'pressmark');
}
