"""What spaCy makes of the files written for it: JSON Lines on standard input, one JSON object on standard output."""
import json
import sys

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Example


def spans_of(doc, chars):
    where = lambda s: [s.start_char, s.end_char, s.label_, s.kb_id_]
    return {
        "words": "".join(t.text_with_ws for t in doc) == chars,
        "ents": [[e.start_char, e.end_char, e.label_] for e in doc.ents],
        "spans": {name: [where(s) for s in group] for name, group in doc.spans.items()},
        "cats": doc.cats,
        "json": doc.to_json(),
    }


nlp = spacy.blank("xx")
kind = sys.argv[1]
found = []
for line in sys.stdin:
    record = json.loads(line)
    if kind == "doc":
        doc = Doc(nlp.vocab).from_json(record, validate=True)
        # As a trainer would have it: through a DocBin.
        doc = next(DocBin(docs=[doc]).get_docs(nlp.vocab)) if len(doc) else doc
    else:
        words = [record["text"][a:b] for a, b in record["edges"]]
        spaces = [False] * len(words)
        keys = {k: record[k] for k in ("entities", "spans", "cats")}
        doc = Example.from_dict(Doc(nlp.vocab, words, spaces), keys).reference
    found.append(spans_of(doc, record["text"]))
json.dump({"version": spacy.__version__, "found": found}, sys.stdout)
