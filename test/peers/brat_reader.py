"""Reads articles with brat's own annotation module: argv[1] is its folder, standard input a JSON list of {text, ann}.

For each prints what the module has understood, ids replaced by what they stand for, and what it complained of.
"""
import json
import sys

sys.path.insert(0, sys.argv[1])
import annotation


def understood(text, ann):
    document = annotation.TextAnnotations(text=text, source=ann, read_only=True)

    def about(identifier, depth=3):
        try:
            found = document.get_ann_by_id(identifier)
        except annotation.AnnotationNotFoundError:
            return "nothing"
        if isinstance(found, annotation.TextBoundAnnotation):
            return ["word", found.type, [list(s) for s in found.spans], found.get_text()]
        if isinstance(found, annotation.EventAnnotation):
            args = [] if depth == 0 else sorted([role, about(target, depth - 1)] for role, target in found.args)
            return ["event", found.type, about(found.trigger), args]
        if isinstance(found, annotation.BinaryRelationAnnotation):
            ends = [] if depth == 0 else [about(found.arg1, depth - 1), about(found.arg2, depth - 1)]
            return ["relation", found.type, found.arg1l, found.arg2l, ends]
        return ["other", str(found)]

    def listed(items):
        return sorted(items, key=json.dumps)

    return {
        "entities": listed(about(t.id) for t in document.get_entities()),
        "triggers": listed({json.dumps(about(t.id)) for t in document.get_triggers()}),
        "events": listed(about(e.id) for e in document.get_events()),
        "relations": listed(about(r.id) for r in document.get_relations()),
        "equivalences": listed([e.type, [about(i) for i in e.entities]] for e in document.get_equivs()),
        "attributes": listed([a.type, about(a.target), a.value] for a in document.get_attributes()),
        "normalizations": listed([n.type, about(n.target), n.refdb, n.refid] for n in document.get_normalizations()),
        "notes": listed(
            [c.type, about(c.target), c.get_text()] for c in document.get_oneline_comments() if c.type != "Pressmark"
        ),
        "failed": [ann.splitlines()[i] for i in document.failed_lines],
        "errors": document.get_messages().errors,
    }


print(json.dumps([understood(**article) for article in json.load(sys.stdin)]))
