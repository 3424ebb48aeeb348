import re

v_unchanged = re.sub(r"\$\{([^}]+)\}", lambda match: "x", "staging"), re.sub(r"%(\w+)%", "", "plain")
v_none = re.search(r"`([^`]+)`", "staging"), re.compile(r"\$\(([^)]+)\)").match("staging"), re.findall(r"<(\w+)>", "none")
