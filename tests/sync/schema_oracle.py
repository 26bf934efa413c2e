# SPDX-License-Identifier: EUPL-1.2
# Says of each body, one a line in base64, whether the schema allows it: "yes" or "no".
# Usage: schema_oracle.py SCHEMA < bodies
import base64
import json
import re
import sys

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import extend


def pattern(validator, pattern, instance, schema):
    # As ECMA-262 has it: to Python "$" also matches before a last line break.
    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance, re.ASCII):
        yield ValidationError("does not match")


def once(pairs):
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)


def no_float(text):
    raise ValueError("not a whole number")


def beyond_a_schema(message):
    """What the schemas' comments say in words."""
    if "gaps" in message:
        days = [(gap["life"], gap["day"]) for gap in message["gaps"]]
        return len(set(days)) == len(days)
    return "sheets" not in message or is_upload(message)


def is_upload(upload):
    ids = [(s["kind"], s["life"], s["period"]) for s in upload["sheets"]]
    for sheet in upload["sheets"]:
        rows = [tuple(row[:2]) for row in sheet["rows"]]
        if len(set(rows)) < len(rows) or any(len(r) != len(sheet["cols"]) for r in sheet["rows"]):
            return False
    return len(set(ids)) == len(ids)


def allowed(body):
    try:
        text = body.decode("utf-8")
        message = json.loads(text, object_pairs_hook=once, parse_float=no_float, parse_constant=no_float)
    except (ValueError, RecursionError):
        return False
    return validator.is_valid(message) and beyond_a_schema(message)


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = extend(Draft202012Validator, {"pattern": pattern})(schema, format_checker=FormatChecker())
for line in sys.stdin:
    print("yes" if allowed(base64.b64decode(line)) else "no")
