"""Mission critical: a chat user sees the agent at work, through five events.

Starts the real server in the current ENVIRONMENT, sends one chat message over a real WebSocket and
collects what arrives until the final answer. Run it with pytest or as a script:

    python tests/mission_critical/test_websocket_agent_events_suite.py
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import connect

APPLICATION_ROOT = Path(__file__).resolve().parents[2]
CRITICAL_EVENTS = ("agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed")
STARTUP_SECONDS = 30.0
ANSWER_SECONDS = 15.0


@dataclass
class Observation:
    """What a client saw: the health report, the events in order of arrival, and the final answer."""

    health: dict[str, Any]
    events: list[str]
    answer: str

    def found(self) -> list[str]:
        return [event for event in CRITICAL_EVENTS if event in self.events]


def wait_for_port(server: subprocess.Popen[bytes], log: Path) -> int:
    """The port the server chose; it is in the log once startup is over."""
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        running = re.search(r"running on http://127\.0\.0\.1:(\d+)", log.read_text(errors="replace"))
        if running:
            return int(running.group(1))
        time.sleep(0.05)
    raise RuntimeError(f"The server did not start:\n{log.read_text(errors='replace')}")


def read_health(port: int) -> dict[str, Any]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as response:
        return json.load(response)


def chat_once(port: int, text: str) -> tuple[list[str], str]:
    """Send one message; returns the types of all messages before the final answer, and the answer."""
    events: list[str] = []
    with connect(f"ws://127.0.0.1:{port}/ws/mission-critical", proxy=None) as client:
        client.send(json.dumps({"type": "chat", "text": text}))
        while True:
            message = json.loads(client.recv(timeout=ANSWER_SECONDS))
            if message["type"] == "final_answer":
                return events, message["payload"]["answer"]
            events.append(message["type"])


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    log = tmp_path_factory.mktemp("server") / "server.log"
    command = [sys.executable, "-m", "uvicorn", "app.main:app", "--host", "127.0.0.1", "--port", "0"]
    # A terminated run ends like an interrupted one, so that it stops the server as well.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=APPLICATION_ROOT, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield wait_for_port(server, log)
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.fixture(scope="module")
def observation(port: int, pytestconfig: pytest.Config) -> Observation:
    health = read_health(port)
    events, answer = chat_once(port, "How does caching of prompts help?")
    seen = Observation(health=health, events=events, answer=answer)
    # Printed past pytest's capturing: what was found matters most when all tests pass.
    with pytestconfig.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(f"\n{report(seen)}", flush=True)
    return seen


def report(seen: Observation) -> str:
    """One line per event and the total."""
    lines = [f"{event}: {'found' if event in seen.events else 'missing'}" for event in CRITICAL_EVENTS]
    environment = os.environ.get("ENVIRONMENT", "development")
    lines.append(f"{len(seen.found())}/{len(CRITICAL_EVENTS)} events found in {environment}")
    return "\n".join(lines)


def test_server_is_healthy(observation: Observation) -> None:
    assert observation.health["status"] == "healthy"
    assert observation.health["environment"] == os.environ.get("ENVIRONMENT", "development")


def test_final_answer_arrives(observation: Observation) -> None:
    assert "saves the tokens" in observation.answer


def test_agent_started(observation: Observation) -> None:
    assert "agent_started" in observation.events


def test_agent_thinking(observation: Observation) -> None:
    assert "agent_thinking" in observation.events


def test_tool_executing(observation: Observation) -> None:
    assert "tool_executing" in observation.events


def test_tool_completed(observation: Observation) -> None:
    assert "tool_completed" in observation.events


def test_agent_completed(observation: Observation) -> None:
    assert "agent_completed" in observation.events


def test_events_arrive_in_order(observation: Observation) -> None:
    assert [event for event in observation.events if event in CRITICAL_EVENTS] == list(CRITICAL_EVENTS)


if __name__ == "__main__":
    sys.exit(pytest.main([__file__, "-v", *sys.argv[1:]]))
