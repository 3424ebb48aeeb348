"""Runs the program on standard input and prints its plain variables as JSON: `python3 run_snippet.py < program.py`."""
import json
import sys
import types


def plain(value):
    if value is None or isinstance(value, (bool, int, float, str)) and type(value) in (bool, int, float, str):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(item) for item in value)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    raise TypeError(type(value))


module = types.ModuleType("__main__")
sys.modules["__main__"] = module
exec(compile(sys.stdin.read(), "program.py", "exec"), module.__dict__)
result = {}
for name, value in vars(module).items():
    if name.startswith("v_"):
        result[name] = plain(value)
print(json.dumps(result))
