"""Reads CASes with dkpro-cassis: argv[1] is the folder of its package, standard input a JSON list of {xmi, types} or {json}.

Prints for each what the library has understood of its views: text, and for every structure its type, its place in code
points, the words that it covers and its features, references as ids.
"""
import json
import sys
import warnings

sys.path.insert(0, sys.argv[1])
warnings.simplefilter("ignore")
import cassis

HIDDEN = {"sofa", "begin", "end", "xmiID", "type"}


def plain(value):
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if hasattr(value, "elements"):
        return [plain(e) for e in value.elements or []]
    if hasattr(value, "xmiID"):
        return {"ref": value.xmiID}
    if isinstance(value, (list, bytes)):
        return [plain(v) for v in value]
    return str(value)


def structure(fs):
    features = {}
    for feature in fs.type.all_features:
        name = feature.name
        value = plain(getattr(fs, name, None))
        if name not in HIDDEN and value is not None:
            features[name] = value
    found = {"id": fs.xmiID, "type": fs.type.name, "features": features}
    if hasattr(fs, "begin") and fs.begin is not None:
        found.update(begin=fs.begin, end=fs.end)
        if fs.sofa is not None and fs.sofa.sofaString is not None:
            found["words"] = fs.get_covered_text()
    return found


def understood(doc):
    try:
        if "json" in doc:
            cas = cassis.load_cas_from_json(doc["json"])
        else:
            types = cassis.merge_typesystems(*[cassis.load_typesystem(t) for t in doc["types"]])
            cas = cassis.load_cas_from_xmi(doc["xmi"], typesystem=types, lenient=True)
        views = []
        for view in cas.views:
            sofa = view.sofa
            members = [structure(fs) for fs in view.get_all_fs()]
            views.append({"name": sofa.sofaID, "text": sofa.sofaString, "structures": members})
        return {"views": views}
    except Exception as error:  # The caller says which file it was.
        return {"failed": f"{type(error).__name__}: {error}"}


json.dump([understood(doc) for doc in json.load(sys.stdin)], sys.stdout)
