"""Types of fields."""
from _external import external


class SecretStr:
    def __init__(self, secret_value): self._secret_value = secret_value
    def get_secret_value(self): return self._secret_value
    def __len__(self): return len(self._secret_value)


class SecretBytes(SecretStr): pass
class _Constrained: pass
def __getattr__(name): return external("pydantic.types." + name)
