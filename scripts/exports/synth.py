"""Synthesizes stacks of CDK: reads [{"file", "stack"}] from standard input, writes their templates as JSON."""

import importlib.util
import json
import sys

from aws_cdk import App


def template(file, stack):
    spec = importlib.util.spec_from_file_location(stack, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    app = App(analytics_reporting=False)
    getattr(module, stack)(app, "Stack")
    return app.synth().get_stack_by_name("Stack").template


json.dump([template(**each) for each in json.load(sys.stdin)], sys.stdout)
