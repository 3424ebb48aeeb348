/** Prepares `.venv` with what the examples and their tests need; knows nothing of what is tested there. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const WINDOWS = process.platform === 'win32';
const OLDEST = [3, 9];
const LOCK_POLL_MILLISECONDS = 200;
const LOCK_WAIT_MILLISECONDS = 5 * 60_000;

/**
 * Creates the virtual environment and installs the pinned requirements, unless that has been done:
 * a stamp in it holds the requirements' hash, so a further run needs neither network nor Python.
 * `python` is the interpreter to build it from (the variable PYTHON, else the one on PATH); an environment
 * that was built from another one is built anew only if `python` is given.
 * Returns the absolute path of the environment's interpreter; throws an Error a person can act on.
 */
export function preparePythonEnvironment({
  root = resolve(dirname(fileURLToPath(import.meta.url)), '..'),
  requirements = join(root, 'examples', 'chat-backend', 'requirements.txt'),
  python = process.env['PYTHON'],
  log = () => {},
} = {}) {
  const folder = join(root, '.venv');
  const interpreter = WINDOWS ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
  const stamp = join(folder, '.requirements-stamp');
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  const base = python || (WINDOWS ? 'python' : 'python3');
  const isReady = () => existsSync(interpreter) && isStamped(stamp, hash, python);
  if (isReady()) return interpreter;
  const unlock = lock(folder);
  try {
    if (isReady()) return interpreter;
    checkPython(base);
    log(`Creating ${folder} with ${base}`);
    rmSync(folder, { recursive: true, force: true });
    runOrThrow(base, ['-m', 'venv', folder], `${base} could not create a virtual environment`);
    log(`Installing ${requirements}`);
    const install = ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', '-r', requirements];
    runOrThrow(interpreter, install, `The packages of ${requirements} could not be installed`);
    writeFileSync(stamp, `${hash}\n${base}\n`);
    return interpreter;
  } finally {
    unlock();
  }
}

function isStamped(stamp, hash, python) {
  if (!existsSync(stamp)) return false;
  const [installed, builtFrom] = readFileSync(stamp, 'utf8').split('\n');
  return installed === hash && (!python || python === builtFrom);
}

/** Throws if the interpreter is missing, too old, or cannot make virtual environments. */
function checkPython(python) {
  const oldest = OLDEST.join('.');
  const probe = run(python, ['-c', 'import sys; print(*sys.version_info[:2])']);
  if (probe.status !== 0) {
    throw new Error(
      `The examples need Python ${oldest} or newer, but \`${python}\` does not start. ` +
        'Install Python, or name an interpreter in the variable PYTHON.',
    );
  }
  const [major = 0, minor = 0] = probe.stdout.trim().split(' ').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new Error(
      `The examples need Python ${oldest} or newer, but \`${python}\` is ${major}.${minor}. ` +
        'Name a newer interpreter in the variable PYTHON.',
    );
  }
  if (run(python, ['-c', 'import venv, ensurepip']).status !== 0) {
    throw new Error(
      `\`${python}\` has no venv module, so no virtual environment can be created. ` +
        `On Debian and Ubuntu it is the package python${major}.${minor}-venv; ` +
        'or name another interpreter in the variable PYTHON.',
    );
  }
}

function run(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', windowsHide: true });
  return {
    status: result.error ? -1 : result.status,
    stdout: result.stdout ?? '',
    stderr: result.stderr ?? '',
  };
}

function runOrThrow(command, args, failure) {
  const { status, stdout, stderr } = run(command, args);
  if (status !== 0) throw new Error(`${failure}:\n${(stdout + stderr).trim()}`);
}

/** Lets one process at a time build the environment; returns the function that lets the next one in. */
function lock(folder) {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const path = join(tmpdir(), `wiretrace-python-${name}.lock`);
  const deadline = Date.now() + LOCK_WAIT_MILLISECONDS;
  while (!tryLock(path)) {
    if (!isHeld(path)) rmSync(path, { force: true });
    if (Date.now() > deadline)
      throw new Error(`Another process still prepares ${folder}; its lock is ${path}.`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_POLL_MILLISECONDS);
  }
  return () => rmSync(path, { force: true });
}

function tryLock(path) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** False only if the process that took the lock is gone; a lock without a number is just being taken. */
function isHeld(path) {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    if (owner > 0) process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(preparePythonEnvironment({ log: (line) => console.error(line) }));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
