"""What the server says of itself, and what holds when the environment says nothing else."""

from pathlib import Path

from pydantic import BaseModel


class Defaults(BaseModel):
    port: int
    # The organisation's authorization server; empty when none is named.
    issuer: str


class Identity(BaseModel):
    name: str
    title: str
    # One or two sentences. A model reads them before it looks at the tools.
    purpose: str
    defaults: Defaults


IDENTITY = Identity.model_validate_json(
    Path(__file__).with_name("identity.json").read_text(encoding="utf-8")
)
