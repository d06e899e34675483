// Called by Maven before the classes are compiled: installs the locked packages when they are older
// than the lock file, then builds. Nothing is fetched when nothing has changed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';

const installed = 'node_modules/.package-lock.json';
const isCurrent = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
if (!isCurrent) {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (npm.status !== 0) {
    process.exit(npm.status ?? 1);
  }
  utimesSync(installed, new Date(), new Date());
}
await import('./build.mjs');
