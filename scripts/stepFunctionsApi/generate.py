"""Writes the table of the Step Functions API from AWS's published model, which the botocore package carries.

Usage: python3 scripts/stepFunctionsApi/generate.py   (or: npm run stepfunctions-api)
Needs Python 3.9 and pip; downloads the pinned botocore into a temporary folder. Same version, same bytes.
The form of the table is described in shared/stepFunctionsApi/model.ts.
"""
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

VERSION = "1.44.8"
FOLDER = pathlib.Path(__file__).resolve().parents[2] / "shared" / "stepFunctionsApi"
MODEL = "botocore/data/stepfunctions/2016-11-23/service-2.json"
BOUNDS = ("min", "max", "pattern", "enum", "sensitive")


def read_model():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", folder, f"botocore=={VERSION}"],
            check=True,
        )
        [wheel] = pathlib.Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            if MODEL in archive.namelist():
                return json.loads(archive.read(MODEL))
            return json.loads(gzip.decompress(archive.read(f"{MODEL}.gz")))


def shape_of(shape):
    """A shape without its documentation."""
    kept = {"type": shape["type"], **{bound: shape[bound] for bound in BOUNDS if bound in shape}}
    if shape["type"] == "structure":
        if shape.get("required"):
            kept["required"] = shape["required"]
        kept["members"] = {name: member["shape"] for name, member in shape["members"].items()}
    if shape["type"] == "list":
        kept["member"] = shape["member"]["shape"]
    if shape["type"] == "map":
        kept["key"], kept["value"] = shape["key"]["shape"], shape["value"]["shape"]
    return kept


def operation_of(operation):
    return {
        "input": operation["input"]["shape"],
        "output": operation["output"]["shape"],
        "errors": [error["shape"] for error in operation.get("errors", [])],
    }


def lines_of(table):
    """One entry a line, so that a difference says what AWS has changed."""
    return "{\n" + "".join(f"  {name}: {json.dumps(entry)},\n" for name, entry in table.items()) + "}"


def main():
    model = read_model()
    operations = {name: operation_of(each) for name, each in model["operations"].items()}
    shapes = {name: shape_of(each) for name, each in model["shapes"].items() if not each.get("exception")}
    head = (
        f"// Written by scripts/stepFunctionsApi/generate.py from botocore {VERSION} (Apache-2.0): not to be edited.\n"
        "import type { Operation, Shape } from './model';\n\n"
    )
    parts = [
        f"export const operations = {lines_of(operations)} as const satisfies Readonly<Record<string, Operation>>;\n",
        f"export const shapes = {lines_of(shapes)} as const satisfies Readonly<Record<string, Shape>>;\n",
    ]
    (FOLDER / "table.ts").write_text(head + "\n".join(parts))


if __name__ == "__main__":
    main()
