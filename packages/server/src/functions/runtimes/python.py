"""The runtime of functions in Python: `python3 python.py FILE [EXPORT]`. It speaks the AWS Lambda Runtime API, as
https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html describes it."""

import http.client
import importlib.util
import json
import os
import sys
import time
import traceback


class Context:
    """https://docs.aws.amazon.com/lambda/latest/dg/python-context.html"""

    def __init__(self, headers):
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.identity = None
        self.client_context = None
        self._deadline = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline - int(time.time() * 1000))


TOKEN = os.environ.pop("AWS_LAMBDA_RUNTIME_TOKEN")
CONNECTION = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])


def call(method, path, body=None):
    CONNECTION.request(method, "/2018-06-01/runtime" + path, body, {"cognate-runtime-token": TOKEN})
    response = CONNECTION.getresponse()
    return response.headers, response.read()


def described(error, error_type=None):
    told = {
        "errorMessage": str(error),
        "errorType": error_type or type(error).__name__,
        "stackTrace": traceback.format_tb(error.__traceback__)[-50:],
    }
    return json.dumps(told).encode()


def load_handler(file, names):
    sys.path.insert(0, os.environ["LAMBDA_TASK_ROOT"])
    if os.path.dirname(file) not in sys.path:
        sys.path.insert(0, os.path.dirname(file))
    name = os.path.splitext(os.path.basename(file))[0]
    spec = importlib.util.spec_from_file_location(name, file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    for exported in names:
        if callable(getattr(module, exported, None)):
            return getattr(module, exported)
    raise AttributeError("Handler '" + names[0] + "' missing on module '" + name + "'")


def answer_of(handler, headers, body):
    answer = handler(json.loads(body), Context(headers))
    return json.dumps(answer, ensure_ascii=False, allow_nan=False).encode()


def handle_one(handler):
    headers, body = call("GET", "/invocation/next")
    invocation = "/invocation/" + headers["Lambda-Runtime-Aws-Request-Id"]
    try:
        answer = answer_of(handler, headers, body)
    except Exception as error:
        traceback.print_exc()
        call("POST", invocation + "/error", described(error))
    else:
        call("POST", invocation + "/response", answer)


def run(file, names):
    try:
        handler = load_handler(file, names)
    except Exception as error:
        traceback.print_exc()
        unloaded = "Runtime.ImportModuleError" if isinstance(error, ImportError) else None
        call("POST", "/init/error", described(error, unloaded))
        sys.exit(1)
    while True:
        handle_one(handler)


run(sys.argv[1], sys.argv[2:] or ["lambda_handler", "handler"])
