"""Reports that fit their schemas."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).parent / "schemas"


def valid(name: str, text: str) -> Any:
    """The JSON of a report that fits a schema."""
    record = json.loads(text)
    schema = json.loads((SCHEMAS / name).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(record)
    return record
