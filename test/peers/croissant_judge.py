"""Has mlcroissant, the library of Croissant's makers, read metadata: croissant_judge.py PACKAGE-FOLDER METADATA-FILE.

Prints JSON: what it has to say against the metadata, and the records of each record set. It runs with Debian's packages
(rdflib, pandas, absl, networkx, jsonpath-rw, scipy, requests, tqdm, jinja2); of etils it only wants paths.
"""

import json
import logging
import os
import pathlib
import sys
import types

package, metadata = sys.argv[1:]
sys.path.insert(0, package)


class Path(pathlib.PosixPath):
    pass


epath = types.ModuleType("etils.epath")
epath.Path = Path
epath.PathLike = os.PathLike
etils = types.ModuleType("etils")
etils.epath = epath
sys.modules.update({"etils": etils, "etils.epath": epath})


class Warnings(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.said = []

    def emit(self, record):
        self.said.append(record.getMessage())


warnings = Warnings()
try:
    from absl import logging as absl_logging
    import mlcroissant
except ImportError as missing:
    print(json.dumps({"missing": str(missing)}))
    sys.exit(0)
absl_logging.get_absl_logger().addHandler(warnings)

try:
    dataset = mlcroissant.Dataset(jsonld=metadata)
except mlcroissant.ValidationError as error:
    print(json.dumps({"errors": str(error)}))
    sys.exit(0)

found = dataset.metadata


def plain(value):
    if isinstance(value, bytes):
        return value.decode()
    return [plain(each) for each in value] if hasattr(value, "__iter__") and not isinstance(value, str) else value


records = {
    each.uuid: [
        {key: plain(value) for key, value in record.items()}
        for record in dataset.records(record_set=each.uuid)
    ]
    for each in found.record_sets
}
print(
    json.dumps(
        {
            "warnings": warnings.said + sorted(str(w) for w in found.ctx.issues.warnings),
            "name": found.name,
            "files": [each.uuid for each in found.distribution],
            "records": records,
        },
        default=str,
    )
)
