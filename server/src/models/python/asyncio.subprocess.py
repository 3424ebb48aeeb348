"""Other processes: they share no objects with this one."""
from __wiretrace__ import object_of

PIPE = -1
STDOUT = -2
DEVNULL = -3


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=65536, **kwds): return object_of("asyncio.subprocess.Process")
async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=65536, **kwds): return object_of("asyncio.subprocess.Process")
Process = object_of("asyncio.subprocess.Process")
