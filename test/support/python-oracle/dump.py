"""Dumps what CPython's `ast` finds in every Python file below the given paths, one JSON document per line.

Usage: python3 dump.py [--full] PATH...

{"file": path, "rows": ["Kind start end name", ...]} with sorted rows and offsets in UTF-16 code units, or
{"file": path, "error": why} for a file that CPython rejects or that is not UTF-8. Without --full: functions, classes,
lambdas, imports and calls. With it: every node, except those that our tree shapes differently (chains of binary
operators, `elif`, the inside of f-strings' literal text).
"""
import ast
import json
import os
import sys
import warnings

CORE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.Import, ast.ImportFrom, ast.alias, ast.Call)
SKIPPED = ("BinOp", "FormattedValue", "Module")


def main(arguments):
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    full = "--full" in arguments
    for path in arguments:
        if path != "--full":
            for file in python_files(path):
                print(json.dumps(document(file, full)))


def python_files(path):
    if os.path.isfile(path) and path.endswith(".py"):
        yield path
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.join(folder, name)


def document(file, full):
    try:
        with open(file, "rb") as stream:
            data = stream.read()
        text = data.decode("utf-8")
        tree = ast.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OSError) as error:
        return {"file": file, "error": type(error).__name__}
    rows = []
    offsets = Offsets(text)
    collect(tree, rows, offsets, full, False)
    rows.sort()
    return {"file": file, "rows": [f"{kind} {start} {end} {name}" for start, end, kind, name in rows]}


class Offsets:
    """Line and UTF-8 column to UTF-16 offset."""

    def __init__(self, text):
        self.lines = text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n")
        # After "\r\n" the next line begins with the marker of the second code unit.
        self.starts = []
        at = 0
        for index, line in enumerate(self.lines):
            if line.startswith("\0"):
                self.lines[index] = line = line[1:]
                at += 1
            self.starts.append(at)
            at += utf16(line) + 1
        self.bom = text.startswith("\ufeff")
        if self.bom:
            self.lines[0] = self.lines[0][1:]
            self.starts[0] = 1
        self.ascii = [line.isascii() for line in self.lines]

    def at(self, line, column):
        start = self.starts[line - 1]
        if self.ascii[line - 1]:
            return start + column
        return start + utf16(self.lines[line - 1].encode("utf-8")[:column].decode("utf-8", "replace"))


def utf16(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def collect(node, rows, offsets, full, in_joined):
    """Iterative where it matters: chains of operators are deep on the left."""
    stack = [(node, in_joined)]
    while stack:
        node, in_joined = stack.pop()
        kind = type(node).__name__
        if (full or isinstance(node, CORE)) and hasattr(node, "lineno") and kind not in SKIPPED:
            row(node, kind, rows, offsets, in_joined, full)
        joined = kind == "JoinedStr"
        for name, value in ast.iter_fields(node):
            if isinstance(value, ast.AST):
                stack.append((value, kind == "FormattedValue" and is_text(name, value)))
            elif isinstance(value, list):
                stack.extend((child, joined) for child in value if isinstance(child, ast.AST))


def is_text(field, value):
    """Format specs and fields that are plain strings: our tree has both among an f-string's literal parts."""
    return field == "format_spec" or (isinstance(value, ast.Constant) and isinstance(value.value, str))


def row(node, kind, rows, offsets, in_joined, full):
    if in_joined and kind in ("Constant", "JoinedStr"):
        return
    start = offsets.at(node.lineno, node.col_offset)
    end = offsets.at(node.end_lineno, node.end_col_offset)
    if kind == "If" and offsets.lines[node.lineno - 1].encode("utf-8")[node.col_offset :].startswith(b"elif"):
        return
    kind = {"AsyncFunctionDef": "FunctionDef", "AsyncFor": "For", "AsyncWith": "With", "TryStar": "Try"}.get(kind, kind)
    if kind in ("TypeVar", "ParamSpec", "TypeVarTuple"):
        kind = "TypeParameter"
    name = name_of(node, kind)
    if kind == "Constant" and name.startswith("string") and has_named_character(node, offsets):
        name = "string"
    rows.append((start, end, kind, name))


def has_named_character(node, offsets):
    return any("\\N{" in line for line in offsets.lines[node.lineno - 1 : node.end_lineno])


def name_of(node, kind):
    if kind in ("FunctionDef", "ClassDef", "TypeParameter"):
        return node.name
    if kind == "alias":
        return f"{node.name} as {node.asname}" if node.asname else node.name
    if kind == "ImportFrom":
        return "." * node.level + (node.module or "")
    if kind == "Name":
        return node.id
    if kind == "Attribute":
        return node.attr
    if kind in ("arg", "keyword"):
        return node.arg or ""
    if kind == "Call":
        return callee(node.func)
    if kind == "Constant":
        return constant(node.value)
    if kind == "MatchAs" or kind == "MatchStar":
        return node.name or ""
    if kind == "ExceptHandler":
        return node.name or ""
    return ""


def callee(node):
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def constant(value):
    if isinstance(value, str):
        # Lone surrogates do not survive JSON.
        return f"string {len(value)}" if value.isascii() else "string"
    if isinstance(value, bytes):
        return "bytes"
    if value is None or value is Ellipsis:
        return "none" if value is None else "ellipsis"
    return f"boolean {value}" if isinstance(value, bool) else "number"


main(sys.argv[1:])
