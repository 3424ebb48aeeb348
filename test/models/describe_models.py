"""Describes the library models as CPython reads them: `python3 describe_models.py FOLDER` prints one JSON document.

version: of this Python; unparsed, undocumented: models; lines: of each; imports: intrinsic names of each; undefined, missing: names that
nothing binds or no model defines; orphans: submodules whose package has no model; builtins: names that are lacking; bases: exceptions with
wrong ones; differences: parameters that are not the real library's.
"""
import ast
import builtins
import importlib
import inspect
import json
import os
import sys
import warnings

warnings.simplefilter("ignore")


def main(folder):
    trees, unparsed, lines = {}, [], {}
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".py"):
            continue
        name = file[:-3]
        with open(os.path.join(folder, file), encoding="utf-8") as source:
            text = source.read()
        lines[name] = text.count("\n")
        try:
            trees[name] = ast.parse(text)
        except SyntaxError as error:
            unparsed.append(f"{name}:{error.lineno}: {error.msg}")
    exported = {name: exports(name, trees) for name in trees}
    print(json.dumps({
        "version": f"{sys.version_info.major}.{sys.version_info.minor}",
        "unparsed": unparsed,
        "lines": lines,
        "imports": {name: intrinsics(tree) for name, tree in trees.items()},
        "undefined": [problem for name, tree in trees.items() for problem in undefined(name, tree, exported)],
        "undocumented": [name for name, tree in trees.items() if not ast.get_docstring(tree)],
        "missing": missing_imports(trees, exported),
        "orphans": sorted(name for name in trees if "." in name and name.rpartition(".")[0] not in trees),
        "builtins": sorted(n for n in dir(builtins) if n not in exported["builtins"] and not is_module_property(n)),
        "bases": wrong_bases(trees["builtins"]),
        "differences": [line for name, tree in trees.items() for line in differences(name, tree)],
    }))


def is_module_property(name):
    return name in {"__doc__", "__loader__", "__name__", "__package__", "__spec__", "None", "True", "False", "_"}


def intrinsics(tree):
    return sorted(alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "__wiretrace__" for alias in node.names)


def bound_in(statements):
    """Names that a block binds, without looking into functions and classes."""
    names, stars = set(), []
    for node in statements:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Import):
            names.update((alias.asname or alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                stars.append(node.module) if alias.name == "*" else names.add(alias.asname or alias.name)
        else:
            names.update(n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    return names, stars


def exports(name, trees):
    """Names that the module of that model has."""
    names, stars = bound_in(trees[name].body)
    for star in stars:
        if star in trees:
            names |= {n for n in exports(star, trees) if not n.startswith("_")} | listed(trees[star])
    return names


def listed(tree):
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def undefined(name, tree, exported):
    """Global names that nothing binds."""
    known = exported[name] | set(dir(builtins)) | {"__name__", "__file__"}
    bound = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    bound |= {a.arg for n in ast.walk(tree) if isinstance(n, ast.arguments) for a in every_argument(n)}
    bound |= {n.name for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))}
    bound |= {n.name for n in ast.walk(tree) if isinstance(n, ast.ExceptHandler) and n.name}
    bound |= {alias.asname or alias.name.split(".")[0] for n in ast.walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom)) for alias in n.names}
    used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    return [f"{name}: {n}" for n in sorted(used - known - bound)]


def every_argument(arguments):
    rest = [a for a in (arguments.vararg, arguments.kwarg) if a]
    return arguments.posonlyargs + arguments.args + arguments.kwonlyargs + rest


def missing_imports(trees, exported):
    """Imports between models of names or modules that are not there."""
    problems = []
    for name, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module != "__wiretrace__":
                if node.module not in trees:
                    problems.append(f"{name}: {node.module}")
                    continue
                open_ended = "__getattr__" in exported[node.module]
                for alias in node.names:
                    submodule = f"{node.module}.{alias.name}" in trees
                    if alias.name != "*" and alias.name not in exported[node.module] and not open_ended and not submodule:
                        problems.append(f"{name}: {node.module}.{alias.name}")
            elif isinstance(node, ast.Import):
                problems.extend(f"{name}: {alias.name}" for alias in node.names if alias.name not in trees)
    return problems


def wrong_bases(tree):
    """Builtin exceptions whose bases are not the real ones."""
    wrong = []
    for node in tree.body:
        real = getattr(builtins, getattr(node, "name", ""), None)
        if isinstance(node, ast.ClassDef) and isinstance(real, type) and issubclass(real, BaseException):
            bases = [base.id for base in node.bases] or ["object"]
            if bases != [base.__name__ for base in real.__bases__]:
                wrong.append(node.name)
    return wrong


def differences(name, tree):
    """Where parameters differ from those of the real standard library."""
    real_name = {"_context_stacks": "contextlib"}.get(name, name)
    if real_name.split(".")[0] not in sys.stdlib_module_names:
        return []
    try:
        module = importlib.import_module(real_name)
    except ImportError:
        return []
    found = []
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found += compare(f"{name}.{node.name}", node, getattr(module, node.name, None), False)
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            real = getattr(module, node.name, None)
            for method in node.body:
                if isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)) and method.name not in ("__new__", "__init_subclass__"):
                    target = real if method.name == "__init__" else getattr(real, method.name, None)
                    found += compare(f"{name}.{node.name}.{method.name}", method, target, True)
    return found


def compare(label, node, real, method):
    if real is None or not callable(real):
        return []
    try:
        parameters = list(inspect.signature(real).parameters.values())
    except (ValueError, TypeError):
        return []
    ours = node.args.posonlyargs + node.args.args
    decorators = [getattr(d, "id", "") for d in node.decorator_list]
    if method and "staticmethod" not in decorators and "make_static" not in decorators:
        ours = ours[1:]
    expected = [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    if method and label.rsplit(".", 1)[1] != "__init__" and expected[:1] in (["self"], ["cls"]):
        expected = expected[1:]
    named = {p.name for p in parameters if p.kind == p.KEYWORD_ONLY}
    problems = []
    our_names = [a.arg for a in ours]
    takes_rest = node.args.vararg is not None
    takes_named = node.args.kwarg is not None  # options that are mostly given by name
    if our_names[: len(expected)] != expected and not ((takes_rest or takes_named) and expected[: len(our_names)] == our_names) and not (takes_rest and takes_named):
        problems.append(f"({', '.join(our_names)}) is really ({', '.join(expected)})")
    absent = named - {a.arg for a in node.args.kwonlyargs} - set(our_names)
    if absent and not takes_named:
        problems.append(f"lacks {', '.join(sorted(absent))}")
    return [f"{label}: {problem}" for problem in problems]


main(sys.argv[1])
