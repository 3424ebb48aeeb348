"""Settings of the chat backend, one object per process, chosen by ENVIRONMENT."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import Optional


class AppEnvironment:
    """The process environment, read in one place so that tests can replace it."""

    def get(self, name: str, default: Optional[str] = None) -> Optional[str]:
        return os.environ.get(name, default)

    def get_list(self, name: str, default: str) -> list[str]:
        raw = os.environ.get(name, default)
        return [item.strip() for item in raw.split(",") if item.strip()]

    def environment_name(self) -> str:
        return os.environ.get("ENVIRONMENT", "development").lower()


@dataclass(frozen=True)
class Settings:
    environment: str
    log_level: str
    cors_origins: list[str]
    session_secret: str
    agent_timeout_seconds: float
    startup_timeout_seconds: float
    heartbeat_seconds: float

    @property
    def is_staging(self) -> bool:
        return self.environment == "staging"

    @property
    def is_production(self) -> bool:
        return self.environment == "production"


def load_settings(env: AppEnvironment) -> Settings:
    """Read the settings; staging and production differ in CORS, log level and time limits."""
    environment = env.environment_name()
    # Without a configured secret, resume tokens are valid until the next restart.
    session_secret = env.get("SESSION_SECRET") or secrets.token_hex(32)
    if environment == "production":
        return Settings(
            environment=environment,
            log_level="WARNING",
            cors_origins=env.get_list("CORS_ORIGINS", "https://chat.example.com"),
            session_secret=session_secret,
            agent_timeout_seconds=30.0,
            startup_timeout_seconds=10.0,
            heartbeat_seconds=15.0,
        )
    if environment == "staging":
        return Settings(
            environment=environment,
            log_level="INFO",
            cors_origins=env.get_list("CORS_ORIGINS", "https://chat.staging.example.com"),
            session_secret=session_secret,
            agent_timeout_seconds=45.0,
            startup_timeout_seconds=20.0,
            heartbeat_seconds=15.0,
        )
    return Settings(
        environment=environment,
        log_level="INFO",
        cors_origins=["*"],
        session_secret=session_secret,
        agent_timeout_seconds=60.0,
        startup_timeout_seconds=30.0,
        heartbeat_seconds=30.0,
    )


_settings: Optional[Settings] = None


def get_settings() -> Settings:
    """The settings of this process, read on first use."""
    global _settings
    if _settings is None:
        _settings = load_settings(AppEnvironment())
    return _settings
