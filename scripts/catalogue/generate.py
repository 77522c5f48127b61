"""Writes the catalogue of AWS SDK actions from the API models that the botocore package carries.

Usage: python3 scripts/catalogue/generate.py   (or: npm run catalogue)
Needs Python 3.9 and pip; downloads the pinned botocore into a temporary folder. Same version, same bytes.
The form of the files is described in shared/sdk/format.ts.
"""
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

from names import LEFT_OUT, camel_case, error_name, exception_prefix, field_name, service_name

VERSION = "1.43.107"
OUT = pathlib.Path(__file__).resolve().parents[2] / "renderer" / "public" / "sdk"

LEAVES = {
    "string": "s",
    "character": "s",
    "boolean": "b",
    "timestamp": "t",
    "blob": "x",
    "integer": "i",
    "long": "i",
    "short": "i",
    "byte": "i",
    "biginteger": "i",
    "float": "n",
    "double": "n",
    "bigdecimal": "n",
}


class Service:
    """One API model, written in the compact form."""

    def __init__(self, folder, model):
        meta = model["metadata"]
        self.model = model
        self.shapes = model["shapes"]
        self.name = service_name(folder, meta["serviceId"])
        self.prefix = exception_prefix(folder, meta["serviceId"])
        self.iam = meta.get("signingName", meta["endpointPrefix"])
        self.title = meta["serviceFullName"]
        self.structures = []
        self.numbers = {}
        self.enums = []
        self.enum_numbers = {}
        self.errors = []

    def type_of(self, name):
        shape = self.shapes[name]
        kind = shape["type"]
        if shape.get("document"):
            return "j"
        if kind == "structure":
            return ["o", self.structure(name)]
        if kind == "list":
            return ["l", self.type_of_member(shape["member"]["shape"]), *bounds(shape)]
        if kind == "map":
            return ["m", self.type_of_member(shape["value"]["shape"])]
        if kind == "string" and "enum" in shape:
            return ["e", self.enum(tuple(shape["enum"]))]
        limits = bounds(shape)
        letter = LEAVES[kind]
        return [letter, *limits] if limits and letter in ("s", "i", "n") else letter

    def type_of_named(self, name, shape):
        """Where nothing failed, the count of what failed is 0, whatever least value its shape has elsewhere (Kinesis)."""
        found = self.type_of(shape)
        return "i" if name.startswith("Failed") and isinstance(found, list) and found[0] == "i" else found

    def type_of_member(self, name):
        """Recursive models are cut where a structure is met again: it is referred to by number."""
        return self.type_of(name)

    def structure(self, name):
        if name in self.numbers:
            return self.numbers[name]
        number = len(self.structures)
        self.numbers[name] = number
        self.structures.append(None)
        self.structures[number] = self.members(self.shapes[name])
        return number

    def members(self, shape):
        members = shape.get("members", {})
        # The SDK makes up idempotency tokens that are not given.
        required = {name for name in shape.get("required", []) if not members[name].get("idempotencyToken")}
        listed = [name for name in members if name in required] + [name for name in members if name not in required]
        return [
            [field_name(name), 1 if name in required else 0, self.type_of_named(name, members[name]["shape"])]
            for name in listed
            if not self.shapes[members[name]["shape"]].get("eventstream")
        ]

    def enum(self, values):
        if values not in self.enum_numbers:
            self.enum_numbers[values] = len(self.enums)
            self.enums.append(list(values))
        return self.enum_numbers[values]

    def error(self, name):
        text = error_name(self.prefix, name)
        if text not in self.errors:
            self.errors.append(text)
        return self.errors.index(text)

    def streams(self, shape_name):
        if shape_name is None:
            return False
        members = self.shapes[shape_name].get("members", {})
        return any(self.shapes[member["shape"]].get("eventstream") for member in members.values())

    def operations(self):
        """Those that Step Functions can call, each with the shapes of what it takes and what it gives."""
        for name, operation in sorted(self.model["operations"].items()):
            given = operation.get("input", {}).get("shape")
            answer = operation.get("output", {}).get("shape")
            if not self.streams(given) and not self.streams(answer):
                yield camel_case(name), operation, given, answer

    def write(self):
        actions = {}
        for name, operation, given, _ in self.operations():
            entry = {"f": self.members(self.shapes[given]) if given else []}
            errors = sorted({self.error(error["shape"]) for error in operation.get("errors", [])})
            if errors:
                entry["e"] = errors
            if operation.get("deprecated"):
                entry["d"] = 1
            actions[name] = entry
        return {
            "name": self.name,
            "title": self.title,
            "prefix": self.prefix,
            "iam": self.iam,
            "actions": actions,
            "structures": self.structures,
            "enums": self.enums,
            "errors": self.errors,
        }

    def write_outputs(self):
        """What the actions answer. An action that answers nothing has no entry."""
        actions = {name: self.members(self.shapes[answer]) for name, _, _, answer in self.operations() if answer}
        return {
            "name": self.name,
            "actions": {name: members for name, members in actions.items() if members},
            "structures": self.structures,
            "enums": self.enums,
        }


def bounds(shape):
    low, high = shape.get("min"), shape.get("max")
    if low is None and high is None:
        return []
    return [low] if high is None else [low, high]


def models(root):
    for folder in sorted(path for path in (root / "botocore" / "data").iterdir() if path.is_dir()):
        if folder.name in LEFT_OUT:
            continue
        versions = sorted(path for path in folder.iterdir() if path.is_dir())
        for version in reversed(versions):
            packed, plain = version / "service-2.json.gz", version / "service-2.json"
            if packed.exists():
                yield folder.name, json.loads(gzip.decompress(packed.read_bytes()))
                break
            if plain.exists():
                yield folder.name, json.loads(plain.read_text())
                break


def text_of(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def write_file(name, value):
    # No time stamp in the file, so that the same models give the same bytes.
    (OUT / f"{name}.json.gz").write_bytes(gzip.compress(text_of(value), 9, mtime=0))


def main():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        subprocess.run(
            [sys.executable, "-m", "pip", "download", f"botocore=={VERSION}", "--no-deps", "-q", "-d", folder], check=True
        )
        for wheel in root.glob("*.whl"):
            zipfile.ZipFile(wheel).extractall(root)
        known = list(models(root))
        services = [Service(name, model).write() for name, model in known]
        outputs = [Service(name, model).write_outputs() for name, model in known]
    (OUT / "outputs").mkdir(parents=True, exist_ok=True)
    for old in OUT.rglob("*.json.gz"):
        old.unlink()
    services.sort(key=lambda service: service["name"])
    for service in services:
        write_file(service["name"], service)
    for service in outputs:
        write_file(f"outputs/{service['name']}", service)
    index = {
        "source": f"botocore {VERSION}",
        "services": [[s["name"], s["title"], list(s["actions"])] for s in services],
    }
    write_file("index", index)
    actions = sum(len(service["actions"]) for service in services)
    size = sum(path.stat().st_size for path in OUT.rglob("*.json.gz"))
    print(f"{len(services)} services, {actions} actions, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
