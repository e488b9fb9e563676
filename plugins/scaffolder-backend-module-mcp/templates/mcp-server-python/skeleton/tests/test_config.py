import pytest

from mcp_server.config import ConfigError, read_config
from mcp_server.identity import IDENTITY

ISSUER = {"MCP_AUTH_ISSUER": "https://id.example.com"}


def test_listens_on_this_machine_only_unless_told_otherwise() -> None:
    config = read_config({})
    assert config.host == "127.0.0.1"
    assert config.port == IDENTITY.defaults.port


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.1.2.3", "time.example.com"])  # noqa: S104
def test_does_not_listen_for_others_without_knowing_who_calls(host: str) -> None:
    with pytest.raises(ConfigError, match="MCP_AUTH_ISSUER"):
        read_config({"HOST": host, "MCP_AUTH_ISSUER": ""})


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.10", "::1"])
def test_lets_programs_of_this_machine_call(host: str) -> None:
    config = read_config({"HOST": host, "MCP_AUTH_ISSUER": ""})
    assert config.auth is None
    assert len(config.warnings) == 1


def test_lets_everybody_call_only_when_told_so() -> None:
    config = read_config({"HOST": "::", "MCP_AUTH": "none"} | ISSUER)
    assert config.auth is None
    assert "MCP_AUTH" in config.warnings[0]


def test_reads_whose_tokens_it_takes() -> None:
    config = read_config({"HOST": "::", "MCP_AUTH_SCOPES": "a, b c"} | ISSUER)
    assert config.auth is not None
    assert config.auth.issuer == "https://id.example.com"
    assert config.auth.required_scopes == ["a", "b", "c"]
    assert config.warnings == []


def test_knows_the_host_that_clients_use() -> None:
    config = read_config(
        {
            "MCP_PUBLIC_URL": "https://time.example.com:8443/mcp",
            "MCP_ALLOWED_HOSTS": "time.internal",
            "MCP_AUTH": "none",
        }
    )
    assert {"time.example.com:8443", "time.internal"} <= set(config.allowed_hosts)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "65536"),
        ("MCP_PUBLIC_URL", "time.example.com"),
        ("MCP_AUTH_ISSUER", "file:///etc/passwd"),
        ("MCP_AUTH", "basic"),
        ("LOG_LEVEL", "loud"),
        ("MCP_TOOL_TIMEOUT_MS", "0"),
    ],
)
def test_says_which_variable_is_wrong(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=name):
        read_config({name: value})


def test_takes_an_empty_variable_as_none() -> None:
    assert read_config({"PORT": "", "LOG_LEVEL": ""}).log_level == "info"
