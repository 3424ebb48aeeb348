"""Prints what Python itself says about the functions of the files named on standard input, as JSON."""

import inspect
import json
import symtable
import sys
import types
import warnings

warnings.simplefilter("ignore")


def scopes(table, found):
    """Names that each function binds or declares."""
    for child in table.get_children():
        is_comprehension = ".0" in child.get_identifiers()
        if child.get_type() == "function" and not is_comprehension:
            symbols = [symbol for symbol in child.get_symbols()]
            found.append(
                {
                    "line": child.get_lineno(),
                    "name": child.get_name(),
                    "locals": sorted(s.get_name() for s in symbols if s.is_local()),
                    "globals": sorted(s.get_name() for s in symbols if s.is_declared_global()),
                    "nonlocals": sorted(s.get_name() for s in symbols if s.is_nonlocal()),
                }
            )
        scopes(child, found)


def generators(code, found):
    """First line (of the decorators, where there are any) and name of each generator function that is ever made."""
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            if constant.co_flags & (inspect.CO_GENERATOR | inspect.CO_ASYNC_GENERATOR) and constant.co_name != "<genexpr>":
                found.append(f"{constant.co_firstlineno} {constant.co_name}")
            generators(constant, found)


def read(path):
    """None for a file that Python itself cannot read."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        found = {"scopes": [], "generators": []}
        scopes(symtable.symtable(text, path, "exec"), found["scopes"])
        generators(compile(text, path, "exec", dont_inherit=True), found["generators"])
        return found
    except (SyntaxError, UnicodeDecodeError, ValueError):
        return None


print(json.dumps([[path, read(path)] for path in sys.stdin.read().splitlines()]))
