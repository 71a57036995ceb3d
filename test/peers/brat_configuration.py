"""Reads an annotation.conf on standard input with brat's own module: argv[1] is its folder.

Prints the names of each section, what the module has warned of, and which arguments each name takes.
"""
import json
import sys
import types

warnings = []


class Messager:
    """Stands for brat's messages to the browser."""

    @staticmethod
    def note(text, *_, **__):
        warnings.append(text)

    warning = error = info = debug = note


sys.modules["message"] = types.SimpleNamespace(Messager=Messager)
sys.modules["config"] = types.SimpleNamespace(BASE_DIR="/")
sys.path.insert(0, sys.argv[1])
import projectconfig

SECTIONS = ("entities", "relations", "events", "attributes")
parse = vars(projectconfig)["__parse_configs"]
sections, _ = parse(sys.stdin.read(), "annotation.conf", SECTIONS, ())
read = {name: {t.terms[0]: [*t.arguments, *t.special_arguments] for t in sections[name]} for name in SECTIONS}
print(json.dumps({"sections": read, "warnings": warnings}))
