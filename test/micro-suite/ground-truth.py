#!/usr/bin/env python3
"""Starts every program of the micro-suite under CPython and compares what is there at the serving point with the expectation.

usage: ground-truth.py [MARKDOWN ...]      default: docs/micro-suite/*.md

A verdict is compared per environment; a `conditional` or `unresolved` one through its `witness:` lines. The lines of `steps:`
must have run in their order, and a branch must have gone the way that is said. FastAPI and uvicorn are replaced by stubs/.
The programs in TypeScript, and lines that begin with `ts`, are those of ground-truth.mjs.
A file without `expect` blocks (a page of docs/checks) is only started: its programs have to be valid. Exit code 1 on a difference.
"""
import ast
import concurrent.futures
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SUITE = os.path.join(HERE, "..", "..", "docs", "micro-suite")
FENCE = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.S | re.M)
HOLDS = {"wired": True, "wrong-dependency": True, "never": False, "wrong-setter": False, "late": False, "request-only": False}
STARTS = ("main.py", "app.py", "app/main.py", "backend/app/main.py")


def main():
    paths = sys.argv[1:] or sorted(glob.glob(os.path.join(SUITE, "*.md")))
    programs = [program for path in paths if not path.endswith("README.md") for program in read(path)]
    with concurrent.futures.ThreadPoolExecutor(2) as executor:
        results = list(executor.map(check, programs))
    for program, problems in zip(programs, results):
        for problem in problems:
            print(f"{program['where']}: {problem}")
    runs = sum(len(program["runs"]) for program in programs)
    silent = [program["where"] for program in programs if not program["runs"]]
    print(f"{len(programs)} programs, {runs} runs, {sum(map(bool, results))} programs with differences")
    print("not run:", *(silent or ["none"]), sep="\n  ")
    sys.exit(1 if any(results) else 0)


def read(path):
    with open(path) as file:
        sections = re.split(r"^(?=## )", file.read(), flags=re.M)
    for section in sections:
        title = section.split("\n", 1)[0].lstrip("# ")
        where = f"{os.path.basename(path)}: {title}"
        program, own = None, True
        for language, name, text in FENCE.findall(section):
            if language == "py":
                if program:
                    yield plan(program)
                program, own = {"where": where, "files": split(text), "expect": []}, True
            elif language == "ts" and not name:
                own = False
            elif language == "expect" and program:
                program["expect"] = [line for line in text.splitlines() if not line.startswith("ts")]
            elif name and own and program:
                program["files"][name] = text
        if program:
            yield plan(program)


def split(text):
    files, path, lines = {}, "main.py", []
    for line in [*text.splitlines(), None]:
        start = line is None or re.match(r"# file: (\S+)$", line)
        if not start:
            lines.append(line)
            continue
        if path != "main.py" or any(map(str.strip, lines)):
            files[path] = "\n".join(lines).rstrip() + "\n"
        path, lines = start[1] if line is not None else "", []
    return files


def plan(program):
    """Adds `components`, `steps` and `runs`: how to start the program, and what each component must then hold."""
    components, steps, witnesses, verdicts = [], [], [], []
    for line in program["expect"]:
        word, _, rest = line.partition(" ")
        if word == "component":
            component, words = read_component(rest)
            components.append(component)
            verdicts.append(words)
        elif word == "steps:":
            steps = [step.split() for step in rest.split(" | ")]
        elif word == "witness:":
            witnesses.append(rest)
    program.update(components=components, steps=steps)
    program["runs"] = runs_of(program, verdicts, witnesses)
    return program


def read_component(text):
    match = re.fullmatch(r"(?:(\S+\.py):)?([\w.]+)\.(\w+)(?: \((\w+)\))?(?:, ts .*?)?: (.*)", text)
    file, owner, point, attribute, words = match.groups()
    pairs = [word.split("=") if "=" in word else [None, word] for word in words.split()]
    return {"file": file, "owner": owner, "attribute": attribute or point.removeprefix("set_")}, dict(pairs)


def runs_of(program, verdicts, witnesses):
    if not program["expect"]:
        return [{"environment": "production", "expected": [], "only": True}]
    if witnesses:
        return [witness_run(text) for text in witnesses]
    environments = {environment for words in verdicts for environment in words} or {None}
    names = sorted(environments - {None}) or [None]
    expected = {name: [HOLDS.get(words.get(name, words.get(None))) for words in verdicts] for name in names}
    if verdicts and all(value is None for values in expected.values() for value in values) and "unused" not in str(verdicts):
        return []
    return [{"environment": name, "expected": expected[name]} for name in names]


def witness_run(text):
    given, _, verdict = text.rpartition("->")
    run = {"environment": None, "variables": {}, "files": [], "arguments": [], "expected": [HOLDS[verdict.strip()]]}
    for token in given.split():
        if token.startswith("file:"):
            run["files"].append(token.removeprefix("file:"))
        elif token.startswith("argv:"):
            run["arguments"].append(token.removeprefix("argv:"))
        else:
            name, _, value = token.partition("=")
            run["variables"][name] = value
    run["witness"] = text
    return run


def check(program):
    problems = []
    for path, text in program["files"].items():
        if path.endswith(".py"):
            compile(text, path, "exec")
    for run in program["runs"]:
        label = run.get("witness") or run["environment"] or "run"
        problems += [f"{label}: {problem}" for problem in start(program, run)]
    return problems


def start(program, run):
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        for path, text in {**program["files"], **{name: "" for name in run.get("files", [])}}.items():
            target = os.path.join(folder, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "w") as file:
                file.write(text)
        entry = next((path for path in STARTS if path in program["files"]), None)
        if entry is None:
            return []
        report, error = probe(folder, entry, program["components"], run)
    if report is None:
        return [] if run.get("only") and refuses(error) else [f"does not serve: {error}"]
    return compare(program, run, report)


def refuses(error):
    """A program that is only started may end in an error of its own, not in one that Python finds."""
    return error.startswith(("RuntimeError", "ConnectionError"))


def probe(folder, entry, components, run):
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", **run.get("variables", {})}
    if run["environment"] is not None:
        environment["ENVIRONMENT"] = run["environment"]
    command = [sys.executable, "-S", "-W", "ignore", os.path.join(HERE, "probe.py"), folder, entry, json.dumps(components)]
    done = subprocess.run(
        [*command, *run.get("arguments", [])], capture_output=True, text=True, timeout=60, env=environment
    )
    if done.returncode != 0:
        return None, (done.stderr.strip() or "it ended").splitlines()[-1]
    return json.loads(done.stdout.strip().splitlines()[-1]), None


def compare(program, run, report):
    problems = []
    for component, expected, values in zip(program["components"], run["expected"], report["values"]):
        if expected is None:
            continue
        if not values:
            problems.append(f"{component['owner']}: nothing holds {component['attribute']}")
        elif expected != all(values):
            problems.append(f"{component['owner']}.{component['attribute']}: expected {expected}, found {values}")
    if report["requests"] and expects_wired(program):
        problems += report["requests"]
    if "witness" not in run and (run["environment"] is None or False in run["expected"]):
        problems += compare_steps(program, report["lines"])
    return problems


def expects_wired(program):
    return any(line.endswith(": wired") for line in program["expect"])


def compare_steps(program, lines):
    at = -1
    for place, kind, *decision in program["steps"]:
        file, number = place.rsplit(":", 1)
        key = (file, int(number))
        ran = [i for i, line in enumerate(lines) if (line[0], line[1]) == key]
        # A branch is decided when its condition has run: lines that the condition calls come after it in `lines`.
        found = ran if kind == "branch" else [i for i in ran if i >= at]
        if not found:
            return [f"step {place} {kind}: the line did not run in this order"]
        at = max(at, found[-1] if kind == "inject" else found[0])
        if kind == "branch" and decision != ["open"]:
            taken = branch_taken(program["files"][file], int(number), lines, found[0])
            if taken not in (None, decision[0] == "true"):
                return [f"step {place} branch: it was {taken}"]
    return []


def branch_taken(text, number, lines, at):
    """Whether the `if` on a line was true: the next line of the same frame is in its body. None where it is an expression."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.If) and node.lineno == number:
            later = (line[1] for line in lines[at + 1 :] if line[2] == lines[at][2])
            following = next(later, 0)
            return node.body[0].lineno <= following <= node.body[-1].end_lineno
    return None


main()
