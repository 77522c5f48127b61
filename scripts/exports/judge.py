"""Judges templates: reads [{"name", "kind", "text"}] from standard input, writes what is wrong, by name, as JSON."""

import json
import logging
import os
import sys

import yaml
from cfnlint.api import lint
from cfnlint.config import ManualArgs
from cfnlint.decode.cfn_yaml import loads
from samtranslator.public.exceptions import InvalidDocumentException
from samtranslator.translator.transform import transform

# The transform would tell of figures that it has not sent.
logging.disable(logging.CRITICAL)
# The transform wants a region, and asks nothing of it.
os.environ["AWS_DEFAULT_REGION"] = "us-east-1"


class NoPolicies:
    """The managed policies that SAM would ask IAM for; our templates name none."""

    def load(self):
        return {}


def findings(text):
    matches = lint(text, config=ManualArgs(regions=["us-east-1"]))
    return [f"{match.rule.id} {match.path}: {match.message}" for match in matches]


def transformed(text):
    # A file is uploaded before the transform sees it: what stands there then is an address in S3.
    template = json.loads(json.dumps(loads(text), default=str))
    for resource in template["Resources"].values():
        uri = resource.get("Properties", {}).get("DefinitionUri")
        if isinstance(uri, str) and not uri.startswith("s3://"):
            resource["Properties"]["DefinitionUri"] = f"s3://uploads/{uri}"
    return transform(template, {}, NoPolicies())


def judge(kind, text):
    problems = findings(text)
    result = None
    if kind == "sam":
        try:
            result = transformed(text)
        except InvalidDocumentException as problem:
            problems += [f"transform: {cause.message}" for cause in problem.causes]
    return {"problems": problems, "template": result}


json.dump({each["name"]: judge(each["kind"], each["text"]) for each in json.load(sys.stdin)}, sys.stdout)
