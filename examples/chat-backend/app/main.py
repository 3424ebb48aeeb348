"""Application factory; `python -m uvicorn app.main:app` serves the result."""

from __future__ import annotations

import logging

import uvicorn
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from app.config import AppEnvironment, Settings, get_settings
from app.core.lifespan_manager import lifespan as application_lifespan
from app.routes.health import router as health_router
from app.routes.websocket import router as websocket_router


def _configure_logging(settings: Settings) -> None:
    logging.basicConfig(level=settings.log_level, format="%(levelname)s %(name)s: %(message)s")


def _configure_cors(app: FastAPI, settings: Settings) -> None:
    if settings.environment == "development":
        app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"])
        return
    # Staging and production know their front ends; only those may send credentials.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.cors_origins,
        allow_credentials=True,
        allow_methods=["GET", "POST"],
        allow_headers=["Authorization", "Content-Type"],
    )


def create_app() -> FastAPI:
    settings = get_settings()
    _configure_logging(settings)
    app = FastAPI(title="Chat backend", version="1.4.0", lifespan=application_lifespan)
    _configure_cors(app, settings)
    app.include_router(health_router)
    app.include_router(websocket_router)
    return app


app = create_app()


if __name__ == "__main__":
    environment = AppEnvironment()
    uvicorn.run(
        "app.main:app",
        host=environment.get("HOST", "127.0.0.1"),
        port=int(environment.get("PORT", "8000")),
    )
