import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from mcp_server.__main__ import main
from mcp_server.http.serve import listen

PROJECT = Path(__file__).parent.parent


def test_says_why_it_does_not_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOST", "0.0.0.0")  # noqa: S104
    monkeypatch.setenv("MCP_AUTH_ISSUER", "")
    assert main([]) == 2
    assert "MCP_AUTH_ISSUER" in capsys.readouterr().err


def test_says_that_its_port_is_taken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with listen("127.0.0.1", 0) as taken:
        monkeypatch.setenv("MCP_AUTH", "none")
        monkeypatch.setenv("HOST", "127.0.0.1")
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        assert main([]) == 1
    assert "can not listen" in capsys.readouterr().err


@pytest.fixture
def process() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", "mcp_server"],
        cwd=PROJECT,
        env={"MCP_AUTH": "none", "HOST": "127.0.0.1", "PORT": "0", "LOG_LEVEL": "info"},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_ends_when_it_is_told_to(process: subprocess.Popen[str], number: signal.Signals) -> None:
    assert process.stderr is not None
    entries = map(json.loads, process.stderr)
    port = next(entry["port"] for entry in entries if entry["message"] == "listening")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as response:
        assert response.status == 200
    process.send_signal(number)
    # 0: it has sent its last telemetry.
    assert process.wait(timeout=30) == 0
