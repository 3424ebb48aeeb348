"""What happens before the first request and after the last one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

logger = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    # Imported here: smd builds the agents, which tools that only need the app object should not pay for.
    from app.smd import run_deterministic_startup

    seconds = await run_deterministic_startup(app)
    logger.info(f"Application is ready after {seconds:.3f} s")
    try:
        yield
    finally:
        await _shutdown(app)


async def _shutdown(app: FastAPI) -> None:
    app.state.startup_complete = False
    tasks = list(app.state.background_tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    logger.info(f"Shutdown complete, {len(tasks)} background task(s) stopped")
